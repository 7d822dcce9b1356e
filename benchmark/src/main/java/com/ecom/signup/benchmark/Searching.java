package com.ecom.signup.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** wrk, which looks for customers as operators do. */
final class Searching {

  private static final String AT_ONCE = "2";

  private final Generator generator;
  private final String token;
  private final Path script;

  Searching(Generator generator, Path folder, String token) {
    this.generator = generator;
    this.token = token;
    script = Resources.copied("search.lua", folder);
  }

  WrkFigures run(int port, SearchPart.Kind kind, int seconds) {
    List<String> command =
        List.of(
            "wrk",
            "-t",
            "1",
            "-c",
            AT_ONCE,
            "-d",
            seconds + "s",
            "--timeout",
            "10s",
            "-s",
            script.toString(),
            "http://127.0.0.1:" + port,
            "--",
            token,
            kind.name().toLowerCase(Locale.ROOT));
    return WrkFigures.parse(generator.run(command, Map.of(), seconds).output());
  }
}
