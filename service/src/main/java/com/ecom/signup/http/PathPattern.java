package com.ecom.signup.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * A path some of whose segments may be anything, as {@code /v1/customers/{id}}.
 *
 * @param segments those in braces are parameters
 */
record PathPattern(List<String> segments) {
  static PathPattern of(String text) {
    return new PathPattern(List.of(text.split("/", -1)));
  }

  static boolean isOne(String path) {
    return path.indexOf('{') >= 0;
  }

  /** Whether the path fits; if so, its parameters are told to the context. */
  boolean matches(List<String> path, RoutingContext context) {
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!isParameter(segments.get(i)) && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < path.size(); i++) {
      if (isParameter(segments.get(i))) {
        context.put(segments.get(i), path.get(i));
      }
    }
    return true;
  }

  /** The value of a parameter of the pattern that has matched, as it is in the path. */
  static String parameter(RoutingContext context, String name) {
    String value = context.get('{' + name + '}');
    return value == null ? "" : value;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }
}
