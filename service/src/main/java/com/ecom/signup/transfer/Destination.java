package com.ecom.signup.transfer;

import java.util.List;

/**
 * Where rows go.
 *
 * @param <E> how it fails
 */
@FunctionalInterface
interface Destination<E extends Exception> {
  /**
   * Takes rows, in the order of the file.
   *
   * @param reached the place after the last of them
   */
  Counts put(List<Row> rows, Pieces.Reached reached) throws E;
}
