package com.ecom.signup.merge;

import com.ecom.signup.customer.Alike;
import com.ecom.signup.customer.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds customers that may be one person. Nothing is kept: each call looks at so many customers and
 * reads, for each, a bounded part of the indexes.
 */
public final class Duplicates {
  private Duplicates() {}

  /**
   * Two that may be one.
   *
   * @param score from 0 to 100
   */
  public record Pair(Profile customer, Profile other, List<Signal> signals, int score) {
    static final Comparator<Pair> LIKELIEST_FIRST = Comparator.comparingInt(Pair::score).reversed();
  }

  /**
   * What was found among some customers.
   *
   * @param looked how many customers were looked at
   * @param last of them
   */
  public record Page(List<Pair> pairs, int looked, UUID last) {}

  /** Looks at the next customers, from the newest to the oldest, each against all older ones. */
  public static Page page(Connection connection, UUID before, int customers) throws SQLException {
    List<Profile> looked = Alike.newestBefore(connection, before, customers);
    List<Pair> pairs = new ArrayList<>();
    for (Profile customer : looked) {
      of(connection, customer).stream()
          .filter(pair -> isBefore(pair.other().id(), customer.id()))
          .forEach(pairs::add);
    }
    return new Page(pairs, looked.size(), looked.isEmpty() ? before : looked.getLast().id());
  }

  /** Who may be the same person as one customer, the likeliest first. */
  public static List<Pair> of(Connection connection, Profile customer) throws SQLException {
    List<Pair> pairs = new ArrayList<>();
    for (Profile other : Alike.candidates(connection, customer)) {
      List<Signal> signals = Signal.between(customer, other);
      if (!signals.isEmpty()) {
        pairs.add(new Pair(customer, other, signals, Signal.score(signals)));
      }
    }
    Set<UUID> distinct =
        DistinctPairs.of(
            connection, customer.id(), pairs.stream().map(pair -> pair.other().id()).toList());
    return pairs.stream()
        .filter(pair -> !distinct.contains(pair.other().id()))
        .sorted(Pair.LIKELIEST_FIRST)
        .toList();
  }

  /** In the order of the database, which has no signs. */
  private static boolean isBefore(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high == 0
        ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0
        : high < 0;
  }
}
