package com.ecom.signup.http;

import java.util.List;

/** A table of a page of the console. */
record ConsoleTable(String caption, List<String> heads, List<List<Cell>> rows, String empty) {
  /**
   * One of its cells.
   *
   * @param href where it leads; empty if nowhere
   * @param kind of what it says, for its look: {@code plain-text}, {@code code}, or that of a state
   */
  public record Cell(String text, String href, String kind) {
    static Cell text(String text) {
      return new Cell(text, "", "plain-text");
    }

    static Cell code(String text) {
      return new Cell(text, "", "code");
    }

    static Cell link(String text, String href) {
      return new Cell(text, href, "plain-text");
    }

    static Cell state(String word, String text) {
      return new Cell(text, "", "state state-" + word);
    }
  }
}
