package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** wrk, which looks for customers as operators do. */
final class Searching {

  private static final int AT_ONCE = 2;

  private final WrkScript script;
  private final String token;

  Searching(Generator generator, Path folder, String token) {
    script = new WrkScript("search.lua", generator, folder);
    this.token = token;
  }

  WrkFigures run(int port, SearchPart.Kind kind, int seconds) {
    List<String> arguments = List.of(token, kind.name().toLowerCase(Locale.ROOT));
    return script.run(port, AT_ONCE, seconds, arguments).figures();
  }
}
