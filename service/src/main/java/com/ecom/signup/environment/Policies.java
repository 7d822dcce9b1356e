package com.ecom.signup.environment;

import java.util.List;
import java.util.Optional;

/**
 * What the shop has decided about registration.
 *
 * @param lookupToken what those prove themselves with who may look addresses up, if only they may
 */
public record Policies(
    Activation activation, Existence existence, Lookup lookup, Optional<Token> lookupToken) {

  /** When a registration makes a customer. */
  public enum Activation {
    /** At once. */
    IMMEDIATE,
    /** When somebody who reads the mail to its address confirms it. */
    CONFIRMED_EMAIL
  }

  /** Who is told that an address is registered. */
  public enum Existence {
    /** Whoever asks. */
    OPEN,
    /** Only its owner, by mail; others get one and the same answer, whatever the address. */
    UNIFORM
  }

  /** Who may ask whether an address is registered. */
  public enum Lookup {
    OPEN,
    /** Who has the token. */
    TRUSTED,
    OFF
  }

  static Policies of(Settings settings) {
    Policies policies =
        new Policies(
            settings.choice("SIGNUP_ACTIVATION", Activation.IMMEDIATE),
            settings.choice("SIGNUP_EXISTENCE", Existence.OPEN),
            settings.choice("SIGNUP_LOOKUP", Lookup.OPEN),
            settings.token("LOOKUP_TOKEN"));
    if (policies.isUniform() && !policies.confirms()) {
      throw new MisconfiguredException(
          "SIGNUP_EXISTENCE is \"uniform\" and SIGNUP_ACTIVATION is not \"confirmed-email\"; who is"
              + " registered at once would see whether the address was known");
    }
    if (policies.lookup == Lookup.TRUSTED && policies.lookupToken.isEmpty()) {
      throw new MisconfiguredException(
          "SIGNUP_LOOKUP is \"trusted\" and LOOKUP_TOKEN is not set, so that nobody could look up");
    }
    if (policies.confirms()) {
      List.of("PUBLIC_URL", "MAIL_FROM").forEach(settings::required);
    }
    return policies;
  }

  /** Whether customers are made by confirmation only. */
  public boolean confirms() {
    return activation == Activation.CONFIRMED_EMAIL;
  }

  /** Whether no answer may tell known addresses from others. */
  public boolean isUniform() {
    return existence == Existence.UNIFORM;
  }
}
