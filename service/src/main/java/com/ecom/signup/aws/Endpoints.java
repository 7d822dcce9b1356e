package com.ecom.signup.aws;

import java.net.URI;

/**
 * Where the services of a region are. The SDK knows it too, in a table of all services that an idle
 * process would hold for one line of it.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</a>
 */
final class Endpoints {
  private Endpoints() {}

  static URI of(String host, String region) {
    return URI.create("https://" + host + "." + region + "." + suffix(region));
  }

  private static String suffix(String region) {
    if (region.startsWith("cn-")) {
      return "amazonaws.com.cn";
    }
    return region.startsWith("eusc-") ? "amazonaws.eu" : "amazonaws.com";
  }
}
