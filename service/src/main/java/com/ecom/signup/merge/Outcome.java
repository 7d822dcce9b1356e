package com.ecom.signup.merge;

/** What became of a merge, or of undoing one. */
public sealed interface Outcome {
  /** It is done. */
  record Done(Merge merge) implements Outcome {}

  /** There is no such customer, or no such merge. */
  record Unknown() implements Outcome {}

  /** One of the two does not count, or both are the same. */
  record NotTwoActive() implements Outcome {}

  /** It was undone already, or its time is over. */
  record Closed() implements Outcome {}

  /** Another customer has the address of the merged one meanwhile. */
  record AddressTaken() implements Outcome {}
}
