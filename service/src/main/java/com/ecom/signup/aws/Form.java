package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Names and values as {@code application/x-www-form-urlencoded}, in UTF-8 (WHATWG URL Standard,
 * section 5.2).
 */
final class Form {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(ISO_8859_1);
  private static final boolean[] PLAIN = plain("*-._");

  private byte[] bytes;
  private int length;

  /**
   * @param size to expect, in bytes
   */
  Form(int size) {
    bytes = new byte[size];
  }

  /** Letters and digits of ASCII, and those. */
  private static boolean[] plain(String others) {
    boolean[] plain = new boolean[128];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
    }
    return plain;
  }

  /**
   * Adds one more.
   *
   * @param name of characters that stand for themselves
   * @param value anything
   */
  Form add(String name, String value) {
    return add("", name, value);
  }

  /**
   * The same with a name of two parts.
   *
   * @param prefix with which several names begin
   */
  Form add(String prefix, String name, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    makeRoom(prefix.length() + name.length() + 2 + 3 * utf8.length);
    if (length > 0) {
      bytes[length++] = '&';
    }
    copy(prefix);
    copy(name);
    bytes[length++] = '=';
    length = encode(utf8, bytes, length);
    return this;
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  private void copy(String ascii) {
    byte[] copied = ascii.getBytes(ISO_8859_1);
    System.arraycopy(copied, 0, bytes, length, copied.length);
    length += copied.length;
  }

  /**
   * @return where it ends
   */
  private static int encode(byte[] utf8, byte[] to, int from) {
    int at = from;
    for (byte b : utf8) {
      if (b >= 0 && PLAIN[b]) {
        to[at++] = b;
      } else if (b == ' ') {
        to[at++] = '+';
      } else {
        to[at++] = '%';
        to[at++] = HEX[(b >> 4) & 15];
        to[at++] = HEX[b & 15];
      }
    }
    return at;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, ISO_8859_1);
  }
}
