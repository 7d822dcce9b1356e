package com.ecom.signup.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What gzip has packed (RFC 1952). Customers shrink to a fifth or so; what grows two hundredfold
 * was made to exhaust whoever unpacks it.
 */
final class Inflated extends InputStream {
  private static final int MOST_GROWTH = 200;
  private static final long GRACE = 1024 * 1024;

  private final CountedStream packed;
  private final GZIPInputStream unpacked;
  private long given;

  private Inflated(CountedStream packed, GZIPInputStream unpacked) {
    this.packed = packed;
    this.unpacked = unpacked;
  }

  /** What is no gzip, or too much of it, is refused. */
  static InputStream of(InputStream packed) throws IOException {
    CountedStream counted = new CountedStream(packed);
    try {
      return new Inflated(counted, new GZIPInputStream(counted, 32 * 1024));
    } catch (ZipException | java.io.EOFException e) {
      throw new FileRefusedException(Flaw.GZIP_BROKEN, 1);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = inflate(into, offset, length);
    given += Math.max(0, read);
    if (given > GRACE && given > MOST_GROWTH * packed.count()) {
      throw new FileRefusedException(Flaw.GZIP_BOMB, 1);
    }
    return read;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      return unpacked.read(into, offset, length);
    } catch (ZipException e) {
      throw new FileRefusedException(Flaw.GZIP_BROKEN, 1);
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
