package com.ecom.signup.transfer;

/**
 * What became of rows.
 *
 * @param added customers that were not there
 * @param same customers that were there with the same details
 */
public record Counts(long added, long same, long refused) {
  public static final Counts NONE = new Counts(0, 0, 0);

  public long rows() {
    return added + same + refused;
  }

  Counts plus(Counts others) {
    return new Counts(added + others.added, same + others.same, refused + others.refused);
  }
}
