package com.ecom.signup.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A registration as it is shown to who opened its link, before anything is confirmed.
 *
 * @param choices numbers to pick from; none where one press is enough
 */
public record Shown(
    UUID id, String firstName, String address, String city, Instant at, List<Integer> choices) {
  @Override
  public String toString() {
    return "Shown[" + id + "]";
  }
}
