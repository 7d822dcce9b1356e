package com.ecom.signup.consent;

import com.ecom.signup.token.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the link in an email shows that it came from us, for unsubscribing with one click (RFC
 * 8058). A token names a customer and a purpose and does not run out, as the email that it is in
 * does not: the id, the purpose, and HMAC-SHA256 of both, in the alphabet of URLs (RFC 4648,
 * section 5).
 */
public final class UnsubscribeTokens {
  private static final int SHORTEST_KEY = 32;
  private static final int ID_LENGTH = 16;
  private static final int MAC_LENGTH = 32;
  private static final int LONGEST_TOKEN = 256;

  /** Before what is signed, so that nothing else signed with the key is a token. */
  private static final byte[] DOMAIN = "unsubscribe:".getBytes(StandardCharsets.US_ASCII);

  private final Supplier<byte[]> key;

  /** With a key of at least 32 bytes, asked for each time. */
  public UnsubscribeTokens(Supplier<byte[]> key) {
    this.key = key;
  }

  /** Who wants to hear no more of what. */
  public record Target(UUID customerId, String purpose) {}

  /** Makes the token; always the same for the same. */
  public String of(UUID customerId, String purpose) {
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] signed =
        ByteBuffer.allocate(ID_LENGTH + name.length)
            .putLong(customerId.getMostSignificantBits())
            .putLong(customerId.getLeastSignificantBits())
            .put(name)
            .array();
    return written(
        ByteBuffer.allocate(signed.length + MAC_LENGTH).put(signed).put(mac(signed)).array());
  }

  /** Reads a token; empty for one that was not made here, and for any other spelling of one. */
  public Optional<Target> read(String token) {
    byte[] bytes = bytes(token);
    int end = bytes.length - MAC_LENGTH;
    if (end <= ID_LENGTH || !written(bytes).equals(token)) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(bytes, end);
    byte[] mac = Arrays.copyOfRange(bytes, end, bytes.length);
    return MessageDigest.isEqual(mac, mac(signed)) ? Optional.of(target(signed)) : Optional.empty();
  }

  private static Target target(byte[] signed) {
    ByteBuffer buffer = ByteBuffer.wrap(signed);
    UUID customerId = new UUID(buffer.getLong(), buffer.getLong());
    return new Target(customerId, StandardCharsets.UTF_8.decode(buffer).toString());
  }

  private static String written(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String token) {
    try {
      return token.length() > LONGEST_TOKEN ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] signed) {
    byte[] secret = key.get();
    if (secret.length < SHORTEST_KEY) {
      throw new IllegalStateException(
          "the key of unsubscribe tokens has %d bytes; expected at least %d"
              .formatted(secret.length, SHORTEST_KEY));
    }
    return Hashes.keyed(secret, DOMAIN, signed);
  }
}
