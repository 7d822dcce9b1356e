package com.ecom.signup.aws;

import java.io.IOException;

/** The two forms that the secret of a database has: the bare password, or what RDS writes. */
final class SecretValue {
  private SecretValue() {}

  /** The member {@code password} of a JSON object, or else all of it. */
  static String password(String value) {
    String bare = value.strip();
    if (!bare.startsWith("{")) {
      return bare;
    }
    try {
      return Json.texts(bare).getOrDefault("password", bare);
    } catch (IOException e) {
      return bare; // a bare password may begin with a brace
    }
  }
}
