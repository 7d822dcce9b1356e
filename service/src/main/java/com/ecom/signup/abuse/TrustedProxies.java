package com.ecom.signup.abuse;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The networks of proxies that say truly who asked them. */
public final class TrustedProxies {
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * Reads networks in the notation of RFC 4632, 3.1, as {@code 10.0.0.0/8,2001:db8::/32}; an
   * address by itself is a network of one. A blank text names none.
   *
   * @throws IllegalArgumentException if an entry is neither
   */
  public static TrustedProxies parse(String commaSeparated) {
    return new TrustedProxies(
        commaSeparated.isBlank()
            ? List.of()
            : Arrays.stream(commaSeparated.split(",", -1))
                .map(entry -> Network.parse(entry.strip()))
                .toList());
  }

  boolean contain(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** An address and how many of its bits count. */
  private record Network(InetAddress address, int prefix) {
    static Network parse(String entry) {
      int slash = entry.indexOf('/');
      return IpLiteral.parse(slash < 0 ? entry : entry.substring(0, slash))
          .map(address -> new Network(address, prefix(entry, slash, bits(address))))
          .filter(network -> network.prefix <= bits(network.address))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "expected an IP address or network, as 10.0.0.0/8, got \"" + entry + "\""));
    }

    /** More than there are if it is no number. */
    private static int prefix(String entry, int slash, int bits) {
      String digits = entry.substring(slash + 1);
      if (slash < 0) {
        return bits;
      }
      return PREFIX.matcher(digits).matches() ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    private static int bits(InetAddress address) {
      return address instanceof Inet4Address ? Integer.SIZE : 2 * Long.SIZE;
    }

    boolean contains(InetAddress other) {
      return bits(other) == bits(address)
          && number(other).xor(number(address)).shiftRight(bits(address) - prefix).signum() == 0;
    }

    private static BigInteger number(InetAddress address) {
      return new BigInteger(1, address.getAddress());
    }
  }
}
