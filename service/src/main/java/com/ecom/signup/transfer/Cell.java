package com.ecom.signup.transfer;

import java.util.regex.Pattern;

/**
 * A cell of CSV that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe is
 * put before one that begins with {@code = + - @}, a tab or a carriage return, and before one that
 * would read as if that had been done. Reading takes it away again, so that nothing is changed.
 */
final class Cell {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

  private Cell() {}

  static String written(String value) {
    return FORMULA.matcher(value).matches() ? "'" + value : value;
  }

  static String read(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
