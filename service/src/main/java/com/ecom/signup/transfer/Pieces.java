package com.ecom.signup.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts a stream of bytes into rows, without reading them, and keeps count of the bytes, so that an
 * import can go on exactly where another ended. In CSV, a line break between quotation marks ends
 * no row (RFC 4180, section 2). One row is in memory at most twice.
 */
final class Pieces {
  /** The most that a row may have, in bytes. */
  static final int LONGEST = 64 * 1024;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream bytes;
  private final boolean quotes;
  private final MessageDigest digest = sha256();
  private final byte[] buffer = new byte[2 * LONGEST];
  private int start;
  private int end;
  private long position;
  private long line = 1;

  Pieces(InputStream bytes, Format format) throws IOException {
    this.bytes = bytes;
    this.quotes = format == Format.CSV;
    while (end < BOM.length && fill()) {}
    if (end >= BOM.length && Arrays.equals(buffer, 0, BOM.length, BOM, 0, BOM.length)) {
      take(BOM.length);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * How far it has come.
   *
   * @param position how many bytes were taken
   * @param line the next one
   * @param digest SHA-256 of the bytes that were taken, in hexadecimal digits
   */
  record Reached(long position, long line, String digest) {}

  Reached reached() {
    try {
      MessageDigest copy = (MessageDigest) digest.clone();
      return new Reached(position, line, HexFormat.of().formatHex(copy.digest()));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of every Java platform can be copied", e);
    }
  }

  /** Goes on to where another came; false if that one had other bytes before it. */
  boolean skipTo(Reached there) throws IOException {
    while (position < there.position()) {
      if (start == end && !fill()) {
        return false;
      }
      take((int) Math.min(end - start, there.position() - position));
    }
    line = there.line();
    return reached().equals(there);
  }

  /**
   * Up to so many rows; none only at the end. Lines with nothing in them are none. What keeps it
   * from going on is thrown once the rows before it have been given.
   */
  List<Piece> next(int most) throws IOException {
    List<Piece> pieces = new ArrayList<>(most);
    while (pieces.size() < most) {
      int length;
      try {
        length = length();
      } catch (IOException | FileRefusedException e) {
        if (pieces.isEmpty()) {
          throw e;
        }
        return pieces;
      }
      if (length == 0) {
        return pieces;
      }
      add(pieces, length);
    }
    return pieces;
  }

  private void add(List<Piece> pieces, int length) {
    int from = start;
    long began = line;
    int bare = length;
    while (bare > 0 && (buffer[from + bare - 1] == '\n' || buffer[from + bare - 1] == '\r')) {
      bare--;
    }
    if (bare > 0) {
      String text = new String(buffer, from, bare, StandardCharsets.UTF_8);
      pieces.add(new Piece(began, text, isReadable(text, from, bare)));
    }
    take(length);
  }

  /** Whoever replaces something leaves a mark, which may also have been there before. */
  private boolean isReadable(String text, int from, int length) {
    return text.indexOf('\uFFFD') < 0
        || Arrays.equals(
            text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(buffer, from, from + length));
  }

  /** Of the next row with its line break; 0 at the end. */
  private int length() throws IOException {
    boolean quoted = false;
    boolean opens = true;
    int length = 0;
    while (true) {
      if (start + length == end && !fill()) {
        if (quoted) {
          throw new FileRefusedException(Flaw.QUOTE_OPEN, line);
        }
        return length;
      }
      byte next = buffer[start + length++];
      if (quotes && next == '"' && (quoted || opens)) {
        quoted = !quoted;
        // A mark right after one that closes opens again: two of them stand for one.
        opens = !quoted;
      } else if (next == '\n' && !quoted) {
        return length;
      } else {
        opens = next == ',';
      }
      if (length > LONGEST) {
        throw new FileRefusedException(Flaw.RECORD_TOO_LONG, line);
      }
    }
  }

  private boolean fill() throws IOException {
    if (end == buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int read = bytes.read(buffer, end, buffer.length - end);
    if (read <= 0) {
      return false;
    }
    end += read;
    return true;
  }

  private void take(int length) {
    digest.update(buffer, start, length);
    for (int i = start; i < start + length; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
    start += length;
    position += length;
  }
}
