package com.ecom.signup.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken in.
 *
 * @param key names it: whoever sends it again under the same key goes on with it; null if nobody
 *     will
 * @param packed whether gzip has packed it
 * @param events whether each customer is announced as one who registers
 * @param ignored names of columns that are of no account
 * @param startedBy who sends it
 */
public record ImportOrder(
    @Nullable String key,
    Format format,
    boolean packed,
    boolean events,
    Set<String> ignored,
    String startedBy) {

  /** What it is found by: another way of taking the same file in is another import. */
  @Nullable String keyHash() {
    if (key == null) {
      return null;
    }
    String all = String.join("\n", format.word(), "" + events, "" + new TreeSet<>(ignored), key);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
