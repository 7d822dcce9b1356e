package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 | 10.255.1.2",
        "10.1.2.3/8 | 10.9.9.9",
        "172.16.0.0/12 | 172.31.255.255",
        "192.0.2.128/25 | 192.0.2.128",
        "192.0.2.7 | 192.0.2.7",
        "0.0.0.0/0 | 203.0.113.9",
        "10.0.0.0/8 | ::ffff:10.1.1.1",
        "2001:db8::/33 | 2001:db8:7fff::1",
        "::1 | 0:0:0:0:0:0:0:1",
        "::/0 | 2001:db8::1",
        "192.0.2.1, 10.0.0.0/8 , 2001:db8::/32 | 2001:db8:1::",
      })
  void containAddressesOfTheirNetworks(String proxies, String address) {
    assertThat(contain(proxies, address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 | 11.0.0.0",
        "172.16.0.0/12 | 172.32.0.0",
        "192.0.2.128/25 | 192.0.2.127",
        "192.0.2.7/32 | 192.0.2.6",
        "0.0.0.0/0 | 2001:db8::1",
        "::/0 | 192.0.2.1",
        "2001:db8::/33 | 2001:db8:8000::1",
        "::1 | ::2",
        "'' | 127.0.0.1",
        "'  ' | 127.0.0.1",
      })
  void containNoOthers(String proxies, String address) {
    assertThat(contain(proxies, address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "proxy.example.com",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/99999999999",
        "10.0.0",
        "10",
        "010.0.0.1",
        "256.0.0.1",
        "::/129",
        "2001:db8:::/32",
        "[::1]",
        "fe80::1%eth0",
        "*",
        "/8",
      })
  void refuseToBeAnythingElse(String entry) {
    assertThatThrownBy(() -> TrustedProxies.parse("10.0.0.0/8," + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an IP address or network, as 10.0.0.0/8, got \"" + entry + "\"");
  }

  @Test
  void refuseAnEmptyEntry() {
    assertThatThrownBy(() -> TrustedProxies.parse("10.0.0.0/8,"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got \"\"");
  }

  private static boolean contain(String proxies, String address) {
    return TrustedProxies.parse(proxies).contain(IpLiteral.parse(address).orElseThrow());
  }
}
