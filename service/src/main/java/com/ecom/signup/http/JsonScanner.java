package com.ecom.signup.http;

import java.util.Set;

/** Walks over a text by the grammar of JSON; stops at the first fault. */
final class JsonScanner {
  private static final int DEEPEST = 900;
  private static final int END = -1;
  private static final Set<Integer> ESCAPES =
      Set.of(
          (int) '"', (int) '\\', (int) '/', (int) 'b', (int) 'f', (int) 'n', (int) 'r', (int) 't');

  private final int[] text;
  private int at;
  private int depth;

  JsonScanner(int[] text) {
    this.text = text;
  }

  /** Reads up to the first fault, and says what it is. */
  String fault() {
    try {
      skipSpace();
      value();
      skipSpace();
      return "Extra data";
    } catch (Fault e) {
      return e.message;
    }
  }

  /** Where the fault is, in code points from 0. */
  int position() {
    return at;
  }

  private int here() {
    return at < text.length ? text[at] : END;
  }

  private void skipSpace() {
    while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
      at++;
    }
  }

  private void value() throws Fault {
    switch (here()) {
      case '"' -> string();
      case '{' -> object();
      case '[' -> array();
      case 'n' -> word("null");
      case 't' -> word("true");
      case 'f' -> word("false");
      default -> number();
    }
  }

  private void word(String word) throws Fault {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= text.length || text[at + i] != word.charAt(i)) {
        throw new Fault("Expecting value");
      }
    }
    at += word.length();
  }

  private void number() throws Fault {
    int digits = here() == '-' ? at + 1 : at;
    if (digits >= text.length || !isDigit(text[digits])) {
      throw new Fault("Expecting value");
    }
    at = digits + 1;
    if (text[digits] != '0') {
      skipDigits();
    }
    if (here() == '.' && at + 1 < text.length && isDigit(text[at + 1])) {
      at++;
      skipDigits();
    }
    exponent();
  }

  private void exponent() {
    if (here() != 'e' && here() != 'E') {
      return;
    }
    int digits = at + 1;
    if (digits < text.length && (text[digits] == '+' || text[digits] == '-')) {
      digits++;
    }
    if (digits < text.length && isDigit(text[digits])) {
      at = digits;
      skipDigits();
    }
  }

  private void skipDigits() {
    while (isDigit(here())) {
      at++;
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private void object() throws Fault {
    enter();
    if (here() != '}') {
      member();
      while (here() != '}') {
        expect(',', "Expecting ',' delimiter");
        member();
      }
    }
    leave();
  }

  private void member() throws Fault {
    if (here() != '"') {
      throw new Fault("Expecting property name enclosed in double quotes");
    }
    string();
    skipSpace();
    expect(':', "Expecting ':' delimiter");
    value();
    skipSpace();
  }

  private void array() throws Fault {
    enter();
    if (here() != ']') {
      value();
      skipSpace();
      while (here() != ']') {
        expect(',', "Expecting ',' delimiter");
        value();
        skipSpace();
      }
    }
    leave();
  }

  private void enter() throws Fault {
    if (++depth > DEEPEST) {
      throw new Fault("Expecting value");
    }
    at++;
    skipSpace();
  }

  private void leave() {
    depth--;
    at++;
  }

  private void expect(int character, String message) throws Fault {
    if (here() != character) {
      throw new Fault(message);
    }
    at++;
    skipSpace();
  }

  private void string() throws Fault {
    int start = at++;
    while (here() != '"') {
      if (here() == END) {
        at = start;
        throw new Fault("Unterminated string starting at");
      }
      if (here() < ' ') {
        throw new Fault("Invalid control character at");
      }
      if (here() == '\\') {
        escape(start);
      } else {
        at++;
      }
    }
    at++;
  }

  private void escape(int start) throws Fault {
    if (at + 1 >= text.length) {
      at = start;
      throw new Fault("Unterminated string starting at");
    }
    if (text[at + 1] == 'u') {
      at++;
      unicodeEscape();
    } else if (ESCAPES.contains(text[at + 1])) {
      at += 2;
    } else {
      throw new Fault("Invalid \\escape");
    }
  }

  private void unicodeEscape() throws Fault {
    for (int i = 1; i <= 4; i++) {
      if (at + i >= text.length || Character.digit(text[at + i], 16) < 0) {
        throw new Fault("Invalid \\uXXXX escape");
      }
    }
    at += 5;
  }

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;

    Fault(String message) {
      super(message, null, false, false);
      this.message = message;
    }
  }
}
