package com.ecom.signup.mail;

import com.ecom.signup.template.Language;
import java.util.UUID;

/**
 * A mail that waits to be sent. What it says is written when it is sent.
 *
 * @param kind names the {@link Letters} that write it
 * @param about a registration or a customer, as the kind has it
 */
public record Mail(UUID id, String kind, UUID about, String address, Language language) {
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
