package com.ecom.signup.http;

/**
 * Where and why a text is not JSON, as Python's {@code json} module says it: the old clients know
 * its positions. Run only on texts that were refused already.
 *
 * @param position in code points from 0
 * @param line from 1
 * @param column from 1
 */
record JsonFault(String message, int position, int line, int column) {
  /** Reads {@code text} up to the first fault. */
  static JsonFault in(String text) {
    int[] characters = text.codePoints().toArray();
    JsonScanner scanner = new JsonScanner(characters);
    String message = scanner.fault();
    int at = scanner.position();
    int lineStart = 0;
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (characters[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new JsonFault(message, at, line, at - lineStart + 1);
  }
}
