package com.ecom.signup.transfer;

import java.util.List;

/** What became of a file. */
public sealed interface Outcome {
  /** All of it was taken in, now or when it was sent before. */
  record Finished(Import done) implements Outcome {}

  /** Nothing was written: this would happen, with the first of the rows that would be refused. */
  record Rehearsed(Counts counts, List<RefusedRow> refused) implements Outcome {}

  /** Another file, or this one, is being taken in. */
  record UnderWay() implements Outcome {}

  /** It was cancelled. */
  record Cancelled() implements Outcome {}

  /** It was begun with other bytes. */
  record Differs() implements Outcome {}

  /** A row that is not taken, without its values. */
  record RefusedRow(long line, List<Fault> faults) {}
}
