package com.ecom.signup.transfer;

import java.util.List;
import java.util.Set;

/** Reads rows of one format. Several threads do, so it keeps nothing. */
interface RowReader {
  Row read(Piece piece);

  /** The line that a file of refused rows begins with; empty if it has none. */
  String refusedHeader();

  /**
   * Makes one for a file, whose header, if it has one, is taken.
   *
   * @param ignored names of columns that are of no account
   * @throws FileRefusedException if its header cannot be read, or names what is not taken
   */
  static RowReader of(Format format, Pieces pieces, Set<String> ignored, Arrivals arrivals)
      throws java.io.IOException {
    if (format == Format.NDJSON) {
      return new NdjsonRows(ignored, arrivals);
    }
    List<Piece> header = pieces.next(1);
    if (header.isEmpty()) {
      throw new FileRefusedException(Flaw.FILE_EMPTY, 1);
    }
    return CsvRows.of(header.getFirst(), ignored, arrivals);
  }
}
