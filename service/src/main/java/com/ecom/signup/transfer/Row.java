package com.ecom.signup.transfer;

import com.ecom.signup.customer.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that has been read.
 *
 * @param arrival whom it brings, if it breaks no rule
 * @param emailKey of the address in it, if that can be read, so that it can be found to be erased
 * @param source how it is written again
 */
record Row(
    long line,
    @Nullable Arrival arrival,
    List<Fault> faults,
    Optional<String> emailKey,
    Source source) {

  /** Writes the row again, as it was, with what is wrong. */
  @FunctionalInterface
  interface Source {
    String with(long line, String errors);
  }

  Row refused(Fault fault) {
    return new Row(line, null, List.of(fault), emailKey, source);
  }

  /** For a file of refused rows, without what PostgreSQL cannot hold. */
  String written() {
    return source
        .with(line, faults.stream().map(Fault::written).collect(Collectors.joining("; ")))
        .replace('\0', '\uFFFD');
  }

  @Override
  public String toString() {
    return "Row[" + line + "]";
  }
}
