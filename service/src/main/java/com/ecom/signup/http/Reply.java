package com.ecom.signup.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** An answer to an operator. */
record Reply(int status, Map<String, String> headers, Buffer body) {
  static Reply ok(Json.Writing members) {
    return new Reply(200, Map.of(), Json.object(members));
  }

  /** A version of something. */
  static Reply ok(int version, Json.Writing members) {
    return new Reply(200, Map.of("ETag", Version.tag(version)), Json.object(members));
  }

  /** Something that goes on after this answer, and can be asked after at its place. */
  static Reply accepted(String location, Json.Writing members) {
    return new Reply(202, Map.of("Location", location), Json.object(members));
  }
}
