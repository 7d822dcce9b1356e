package com.ecom.signup.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which metrics an expression of PromQL asks for: its words that are nothing else. */
final class PromQl {
  /** Strings go first, as they may hold any of the others. */
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

  private static final Pattern LABELS =
      Pattern.compile(
          "\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)|\\b\\d\\w*");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w)(?!\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  private PromQl() {}

  static Set<String> metrics(String expression) {
    String bare = LABELS.matcher(STRING.matcher(expression).replaceAll(" ")).replaceAll(" ");
    Set<String> metrics = new TreeSet<>();
    WORD.matcher(bare).results().map(word -> word.group()).forEach(metrics::add);
    metrics.removeAll(OPERATORS);
    return metrics;
  }
}
