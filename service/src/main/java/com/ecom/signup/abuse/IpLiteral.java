package com.ecom.signup.abuse;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written out; a name is none, and nobody is asked for what it means. */
final class IpLiteral {
  /** Without leading zeros, which some take for octal. */
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private IpLiteral() {}

  /** IPv4-mapped IPv6 (RFC 4291, 2.5.5.2) is IPv4. */
  static Optional<InetAddress> parse(String text) {
    if (IPV4.matcher(text).matches()) {
      return Optional.of(Inet4Address.ofLiteral(text));
    }
    if (!IPV6.matcher(text).matches() || text.indexOf(':') < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Inet6Address.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
