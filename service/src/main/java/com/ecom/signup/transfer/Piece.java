package com.ecom.signup.transfer;

/**
 * The text of one row, before it is read.
 *
 * @param line in which it begins, from 1
 * @param readable whether it is UTF-8; if not, what is none has been replaced
 */
record Piece(long line, String text, boolean readable) {
  @Override
  public String toString() {
    return "Piece[" + line + "]";
  }
}
