package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The parts of a multipart body (RFC 2046, section 5.1.1), one after the other, each a stream that
 * ends where the part does. Little of it is ever in memory.
 */
final class Parts extends InputStream {
  private static final int ROOM = 16 * 1024;
  private static final int LONGEST_HEADERS = 4 * 1024;
  private static final byte[] LINE_END = bytes("\r\n");
  private static final byte[] HEADERS_END = bytes("\r\n\r\n");

  private final InputStream body;

  /** What stands before each part, once the body is thought of as beginning with a line end. */
  private final byte[] delimiter;

  private final byte[] room = new byte[ROOM];
  private int start;
  private int end;

  /** Where the delimiter is in the room; -1 if it is not there as a whole. */
  private int stop = -1;

  Parts(InputStream body, byte[] boundary) {
    this.body = body;
    this.delimiter = join(bytes("\r\n--"), boundary);
    System.arraycopy(LINE_END, 0, room, 0, LINE_END.length);
    this.end = LINE_END.length;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /**
   * Goes to the next part.
   *
   * @return false if there is none
   * @throws IOException if the body ends before that is known
   */
  boolean next() throws IOException {
    skipToStop();
    start = stop + delimiter.length;
    stop = -1;
    while (end - start < LINE_END.length) {
      fill();
    }
    return room[start] == LINE_END[0];
  }

  private void skipToStop() throws IOException {
    byte[] unused = new byte[ROOM];
    int read;
    do {
      read = read(unused, 0, unused.length);
    } while (read >= 0);
  }

  /** What stands before its content, as it is written. */
  String headers() throws IOException {
    int after = find(HEADERS_END);
    while (after < 0) {
      if (end - start > LONGEST_HEADERS) {
        throw new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
      }
      fill();
      after = find(HEADERS_END);
    }
    String headers = new String(room, start, after - start, StandardCharsets.UTF_8);
    start = after + HEADERS_END.length;
    stop = find(delimiter);
    return headers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int there = there();
    while (there == 0 && stop < 0) {
      fill();
      there = there();
    }
    if (there == 0) {
      return -1;
    }
    int read = Math.min(length, there);
    System.arraycopy(room, start, into, offset, read);
    start += read;
    return read;
  }

  /** How many bytes in the room are of this part for certain. */
  private int there() {
    return stop >= 0 ? stop - start : Math.max(0, end - start - delimiter.length + 1);
  }

  private void fill() throws IOException {
    System.arraycopy(room, start, room, 0, end - start);
    end -= start;
    start = 0;
    int read = body.read(room, end, ROOM - end);
    if (read < 0) {
      throw new IOException("the form ends too early");
    }
    end += read;
    stop = find(delimiter);
  }

  private int find(byte[] wanted) {
    for (int at = start; at <= end - wanted.length; at++) {
      if (room[at] == wanted[0] && isAt(at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAt(int place, byte[] wanted) {
    return Arrays.equals(room, place, place + wanted.length, wanted, 0, wanted.length);
  }

  /** Whoever reads it hears that nothing more comes. */
  @Override
  public void close() throws IOException {
    body.close();
  }
}
