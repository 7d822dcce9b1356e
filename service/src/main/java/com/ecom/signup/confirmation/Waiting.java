package com.ecom.signup.confirmation;

import java.util.UUID;

/**
 * The registration that was last made on a screen.
 *
 * @param number to be shown there
 * @param confirmed whether it has been confirmed, here or elsewhere
 * @param live whether it can still be
 */
public record Waiting(UUID id, String address, int number, boolean confirmed, boolean live) {
  @Override
  public String toString() {
    return "Waiting[" + id + "]";
  }
}
