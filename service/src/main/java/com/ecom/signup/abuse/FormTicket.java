package com.ecom.signup.abuse;

import com.ecom.signup.token.Hashes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Writes and reads tickets: the version, when and the id, then HMAC-SHA256 (RFC 2104) over them, in
 * URL-safe Base64 (RFC 4648, 5). The 57 octets make 76 characters without a bit to spare, so a
 * ticket can be written in one way only.
 */
@Singleton
final class FormTicket {
  static final Duration VALIDITY = Duration.ofHours(24);

  /** How far the clock of the replica that wrote it may be ahead. */
  static final Duration SKEW = Duration.ofMinutes(1);

  private static final byte VERSION = 1;
  private static final int SIGNED = 1 + 3 * Long.BYTES;
  private static final int OCTETS = SIGNED + 32;
  private static final int CHARACTERS = OCTETS / 3 * 4;

  /** Keeps what else is signed with the same key from passing for a ticket. */
  private static final byte[] PURPOSE = "form ticket".getBytes(StandardCharsets.US_ASCII);

  private final TicketKey key;
  private final Clock clock;
  private final RandomGenerator random;

  FormTicket(TicketKey key, Clock clock, RandomGenerator random) {
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  /** A new ticket, of this moment. */
  String issue() {
    ByteBuffer ticket =
        ByteBuffer.allocate(OCTETS)
            .put(VERSION)
            .putLong(clock.millis())
            .putLong(random.nextLong())
            .putLong(random.nextLong());
    ticket.put(signature(Arrays.copyOf(ticket.array(), SIGNED)));
    return Base64.getUrlEncoder().encodeToString(ticket.array());
  }

  /** Empty if it was not written here, or too long ago. */
  Optional<Ticket> read(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    return decoded(text).filter(this::isSigned).flatMap(FormTicket::ticket).filter(this::isValid);
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text)).filter(b -> b.length == OCTETS);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isSigned(byte[] octets) {
    return MessageDigest.isEqual(
        signature(Arrays.copyOf(octets, SIGNED)), Arrays.copyOfRange(octets, SIGNED, OCTETS));
  }

  private static Optional<Ticket> ticket(byte[] octets) {
    ByteBuffer signed = ByteBuffer.wrap(octets);
    if (signed.get() != VERSION) {
      return Optional.empty();
    }
    Instant issuedAt = Instant.ofEpochMilli(signed.getLong());
    return Optional.of(new Ticket(new UUID(signed.getLong(), signed.getLong()), issuedAt));
  }

  private boolean isValid(Ticket ticket) {
    Duration age = Duration.between(ticket.issuedAt(), clock.instant());
    return age.compareTo(SKEW.negated()) >= 0 && age.compareTo(VALIDITY) < 0;
  }

  private byte[] signature(byte[] signed) {
    return Hashes.keyed(key.get(), PURPOSE, signed);
  }
}
