package com.ecom.signup.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail can be sent to (RFC 5321, RFC 6531). Made by {@link #parse}; the constructor
 * is for what was stored after that.
 *
 * @param address as typed, trimmed and in NFC
 * @param key the same for every spelling of the address, and the key of its own: what customers are
 *     found by. Never compare it with the {@code lower()} of a database, which differs beyond ASCII
 */
public record EmailAddress(String address, String key) {

  /** Never throws: what is no address is {@link Parsed.Broken}. */
  public static Parsed<EmailAddress> parse(@Nullable String typed) {
    return Text.required(typed, Field.EMAIL_ID).then(EmailAddress::parseText);
  }

  /** The key to look an address up by; empty for what cannot be an address of a customer. */
  public static Optional<String> keyOf(@Nullable String typed) {
    return switch (parse(typed)) {
      case Parsed.Valid<EmailAddress>(var email) -> Optional.of(email.key());
      case Parsed.Broken<EmailAddress> _ -> Optional.empty();
    };
  }

  /** The last @ divides: only a quoted local part could hold another (RFC 5321, 4.1.2). */
  private static Parsed<EmailAddress> parseText(String address) {
    if (isTooLong(address)) {
      return new Parsed.Broken<>(Rule.TOO_LONG);
    }
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return new Parsed.Broken<>(Rule.EMAIL_AT);
    }
    return LocalPart.canonical(address.substring(0, at))
        .then(
            local ->
                MailDomain.canonical(address.substring(at + 1))
                    .then(domain -> keyed(address, local + '@' + domain)));
  }

  /** Folding and A-labels can lengthen: the key has to be an address itself. */
  private static Parsed<EmailAddress> keyed(String address, String key) {
    return isTooLong(key)
        ? new Parsed.Broken<>(Rule.TOO_LONG)
        : new Parsed.Valid<>(new EmailAddress(address, key));
  }

  private static boolean isTooLong(String address) {
    return Ascii.octets(address) > Field.EMAIL_ID.limit();
  }

  @Override
  public String toString() {
    return "EmailAddress[***]";
  }
}
