package com.ecom.signup.abuse;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a client is, for counting what it sends. Anybody can write {@code X-Forwarded-For}, and each
 * proxy adds at its end the address that it was asked from; so it is read from its end, and only as
 * far as trusted proxies wrote it.
 */
public final class ClientAddress {
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[(?<v6>[^\\]]*)](?::\\d{1,5})?|(?<v4>[^:]*):\\d{1,5}");

  private static final int GROUPS_OF_SUBNET = 4;

  private ClientAddress() {}

  /**
   * The rightmost address that is no trusted proxy; where an entry is no address, the proxy that
   * sent it. An IPv6 address is reduced to its /64, in which a single customer of a provider has
   * any address for the asking (RFC 6177).
   *
   * @param peerIp where the connection comes from
   * @param forwardedFor all headers of that name, in their order
   */
  public static String of(String peerIp, List<String> forwardedFor, TrustedProxies proxies) {
    Optional<InetAddress> peer = IpLiteral.parse(withoutZone(peerIp));
    return peer.isPresent() ? reduced(walk(peer.get(), forwardedFor, proxies)) : peerIp;
  }

  /** Whether a connection comes from a trusted proxy. */
  public static boolean isOneOf(TrustedProxies proxies, String peerIp) {
    return IpLiteral.parse(withoutZone(peerIp)).filter(proxies::contain).isPresent();
  }

  private static InetAddress walk(
      InetAddress peer, List<String> forwardedFor, TrustedProxies proxies) {
    InetAddress client = peer;
    String rest = String.join(",", forwardedFor);
    int end = rest.length();
    while (end >= 0 && proxies.contain(client)) {
      int comma = rest.lastIndexOf(',', end - 1);
      Optional<InetAddress> next = entry(rest.substring(comma + 1, end).strip());
      if (next.isEmpty()) {
        return client;
      }
      client = next.get();
      end = comma;
    }
    return client;
  }

  private static Optional<InetAddress> entry(String text) {
    Matcher withPort = WITH_PORT.matcher(text);
    if (!withPort.matches()) {
      return IpLiteral.parse(text);
    }
    String v6 = withPort.group("v6");
    return v6 == null
        ? IpLiteral.parse(withPort.group("v4"))
        : Optional.of(v6).filter(inner -> inner.indexOf(':') >= 0).flatMap(IpLiteral::parse);
  }

  /** RFC 4007, 11: which of this machine's networks it was, that does not matter here. */
  private static String withoutZone(String peerIp) {
    int percent = peerIp.indexOf('%');
    return percent < 0 ? peerIp : peerIp.substring(0, percent);
  }

  private static String reduced(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < GROUPS_OF_SUBNET; i++) {
      groups.append(Integer.toHexString(Short.toUnsignedInt(bytes.getShort()))).append(':');
    }
    return groups.append(":/64").toString();
  }
}
