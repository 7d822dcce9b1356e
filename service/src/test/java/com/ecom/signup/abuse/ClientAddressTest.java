package com.ecom.signup.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAddressTest {
  private static final String PROXY = "10.0.0.1";
  private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8,fd00::/8");

  @Test
  void isThePeerWhereNobodyForwarded() {
    assertThat(client("203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client(PROXY)).isEqualTo(PROXY);
  }

  @Test
  void isWhomTheProxyWasAskedBy() {
    assertThat(client(PROXY, "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("fd00::1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client("::ffff:10.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void isNotWhatAStrangerSaysItIs() {
    assertThat(client("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(client("203.0.113.9", "10.0.0.1")).isEqualTo("203.0.113.9");
  }

  @Test
  void isNotWhatTheClientToldTheProxy() {
    assertThat(client(PROXY, "198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client(PROXY, "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client(PROXY, "10.0.0.7, 198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(client(PROXY, "198.51.100.1, 10.0.0.7, 203.0.113.9, 10.0.0.2"))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void isFoundBehindSeveralProxies() {
    assertThat(client(PROXY, "203.0.113.9, 10.0.0.3,10.0.0.2")).isEqualTo("203.0.113.9");
    assertThat(client(PROXY, "203.0.113.9", "10.0.0.3", "fd00::2")).isEqualTo("203.0.113.9");
  }

  @Test
  void isTheFarthestProxyWhereAllAreTrusted() {
    assertThat(client(PROXY, "10.0.0.4, 10.0.0.3")).isEqualTo("10.0.0.4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "_hidden",
        "example.com",
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "0x7f.0.0.1",
        "2130706433",
        "1.2.3.4:",
        "1.2.3.4:port",
        "1.2.3.4:123456",
        "[1.2.3.4]",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]x",
        "[]",
        ":",
        "::g",
        "1:2:3",
        "1::2::3",
        "fe80::1%eth0",
        "\"1.2.3.4\"",
        "1.2.3.4 5.6.7.8",
        "1.2.3.4;5.6.7.8",
        "١.٢.٣.٤",
        "",
      })
  void isTheLastGoodOneBeforeWhatIsNoAddress(String bad) {
    assertThat(client(PROXY, bad)).isEqualTo(PROXY);
    assertThat(client(PROXY, "198.51.100.1, " + bad + ", 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(client(PROXY, "198.51.100.1", bad, "10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(client(PROXY, bad + ", 203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9:8080, 203.0.113.9",
    "[2001:db8:1:2::9], 2001:db8:1:2::/64",
    "[2001:db8:1:2::9]:443, 2001:db8:1:2::/64",
    "2001:DB8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "::1, 0:0:0:0::/64",
    "::ffff:203.0.113.9, 203.0.113.9",
    "::FFFF:cb00:7109, 203.0.113.9",
    "[::ffff:203.0.113.9]:443, 203.0.113.9",
  })
  void isWrittenInOneWay(String written, String client) {
    assertThat(client(PROXY, written)).isEqualTo(client);
  }

  @Test
  void isTheSameInAllOfItsSubnet() {
    assertThat(client("2001:db8:1:2::1"))
        .isEqualTo(client("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(client("2001:db8:1:3::1"));
  }

  @Test
  void hasNoZone() {
    assertThat(client("fe80::1%eth0")).isEqualTo("fe80:0:0:0::/64");
  }

  @Test
  void staysAsItIsWhereItIsNoAddress() {
    assertThat(client("a.socket", "203.0.113.9")).isEqualTo("a.socket");
  }

  @Test
  void isFoundQuicklyInAMegabyte() {
    String header = "10.0.0.2,".repeat(1 << 17) + "10.0.0.2";

    assertThat(
            assertTimeoutPreemptively(Duration.ofSeconds(3), () -> client(PROXY, header, ",,,,")))
        .isEqualTo(PROXY);
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(3), () -> client(PROXY, "203.0.113.9", header)))
        .isEqualTo("203.0.113.9");
  }

  private static String client(String peer, String... forwardedFor) {
    return ClientAddress.of(peer, List.of(forwardedFor), PROXIES);
  }
}
