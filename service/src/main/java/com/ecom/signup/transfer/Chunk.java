package com.ecom.signup.transfer;

import com.ecom.signup.customer.Arrival;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.StoredCustomer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are done in one commit: those that bring somebody, by address, and what became of the
 * others.
 *
 * @param firsts of the rows with one address, the first
 */
record Chunk(Map<String, Row> firsts, List<Row> refused, int same) {

  /** Of two rows with one address the second says nothing new, or is refused. */
  static Chunk of(List<Row> rows) {
    Map<String, Row> firsts = LinkedHashMap.newLinkedHashMap(rows.size());
    List<Row> refused = new ArrayList<>();
    int same = 0;
    for (Row row : rows) {
      Arrival arrival = row.arrival();
      if (arrival == null) {
        refused.add(row);
        continue;
      }
      Row first = firsts.putIfAbsent(arrival.details().email().key(), row);
      if (first != null) {
        Arrival before = first.arrival();
        if (before != null && before.details().sameAs(arrival.details())) {
          same++;
        } else {
          refused.add(row.refused(Fault.of("email", Flaw.ALREADY_REGISTERED)));
        }
      }
    }
    return new Chunk(firsts, refused, same);
  }

  List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>(firsts.size());
    for (Row row : firsts.values()) {
      Arrival arrival = row.arrival();
      if (arrival != null) {
        arrivals.add(arrival);
      }
    }
    return arrivals;
  }

  /** Those that are left once rows whose address came earlier in the file are told apart. */
  Chunk after(Map<String, UUID> before, Function<CustomerDetails, UUID> fingerprint) {
    Map<String, Row> left = new LinkedHashMap<>(firsts);
    List<Row> all = new ArrayList<>(refused);
    int known = same;
    for (Map.Entry<String, UUID> earlier : before.entrySet()) {
      Row row = left.remove(earlier.getKey());
      Arrival arrival = row == null ? null : row.arrival();
      if (arrival != null && earlier.getValue().equals(fingerprint.apply(arrival.details()))) {
        known++;
      } else if (row != null) {
        all.add(row.refused(Fault.of("email", Flaw.ALREADY_REGISTERED)));
      }
    }
    return new Chunk(left, all, known);
  }

  /** Addresses of those that were not added. */
  List<String> without(Set<UUID> added) {
    return arrivals().stream()
        .filter(arrival -> !added.contains(arrival.id()))
        .map(arrival -> arrival.details().email().key())
        .toList();
  }

  /** What became of the rows. */
  record Result(Counts counts, List<Row> refused) {}

  /**
   * What became of all of them.
   *
   * @param added ids of those that were added
   * @param holders of the addresses of the others
   */
  Result result(Set<UUID> added, Map<String, StoredCustomer> holders) {
    List<Row> all = new ArrayList<>(refused);
    long known = same;
    for (Row row : firsts.values()) {
      Arrival arrival = row.arrival();
      if (arrival != null && !added.contains(arrival.id())) {
        Fault fault = fault(arrival, holders.get(arrival.details().email().key()));
        if (fault == null) {
          known++;
        } else {
          all.add(row.refused(fault));
        }
      }
    }
    return new Result(new Counts(added.size(), known, all.size()), all);
  }

  private static @Nullable Fault fault(Arrival arrival, @Nullable StoredCustomer holder) {
    if (holder == null) {
      return Fault.of("id", Flaw.ID_TAKEN);
    }
    return holder.isRegisteredWith(arrival.details())
        ? null
        : Fault.of("email", Flaw.ALREADY_REGISTERED);
  }
}
