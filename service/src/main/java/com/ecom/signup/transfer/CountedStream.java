package com.ecom.signup.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes were read of it, in blocks. */
public final class CountedStream extends FilterInputStream {
  private long count;

  /** Counts from here on. */
  public CountedStream(InputStream in) {
    super(in);
  }

  /** How many so far. */
  public long count() {
    return count;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
