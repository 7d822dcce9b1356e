package com.ecom.signup.environment;

/** Names and addresses of this machine itself (RFC 6761, section 6.3; RFC 5735; RFC 4291). */
public final class Loopback {
  private Loopback() {}

  /** Whether the host, written as in a URL or a setting, is this machine. */
  public static boolean is(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
