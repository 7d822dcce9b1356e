package com.ecom.signup.abuse;

import com.ecom.signup.token.Hashes;
import java.util.regex.Pattern;

/**
 * Work that is nothing to one who registers and much to one who registers thousands: to find the
 * counter with which SHA-256 of challenge, colon and counter begins with a number of zero bits.
 */
final class ProofOfWork {
  private static final Pattern COUNTER = Pattern.compile("[0-9]{1,20}");

  private ProofOfWork() {}

  /**
   * Whether this is a counter that does it.
   *
   * @param solution in decimal digits, at most 20
   */
  static boolean solves(String challenge, String solution, int bits) {
    return COUNTER.matcher(solution).matches()
        && leadingZeros(Hashes.sha256(challenge + ":" + solution)) >= bits;
  }

  private static int leadingZeros(byte[] hash) {
    int zeros = 0;
    for (byte octet : hash) {
      if (octet != 0) {
        return zeros + Integer.numberOfLeadingZeros(octet & 0xFF) - 3 * Byte.SIZE;
      }
      zeros += Byte.SIZE;
    }
    return zeros;
  }
}
