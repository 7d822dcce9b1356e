package com.ecom.signup.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key and the request that it was sent with, as hashes (the first 128 bits of SHA-256). Both need
 * the key, so nobody who sees them can guess at the values of the request.
 *
 * @param keyHash of the route and the key
 * @param fingerprint of the key and the values: a request with the same values in another order or
 *     spacing is the same
 */
public record Claim(UUID keyHash, UUID fingerprint) {

  /** Makes one of a key and the values in their usual order. */
  public static Claim of(String route, IdempotencyKey.Given key, List<@Nullable String> values) {
    MessageDigest ofKey = sha256();
    add(ofKey, route);
    add(ofKey, key.value());
    MessageDigest ofRequest = sha256();
    add(ofRequest, key.value());
    values.forEach(value -> add(ofRequest, value));
    return new Claim(uuid(ofKey), uuid(ofRequest));
  }

  /** With its length before it, so that no two lists of values give the same bytes. */
  private static void add(MessageDigest digest, @Nullable String value) {
    byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    int length = value == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    digest.update(bytes);
  }

  private static UUID uuid(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
