package com.ecom.signup.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the trail is whole: each entry has the hash of its own fields and of the entry
 * before, without a gap. What is cut off its end is not seen by that: whoever keeps a hash
 * elsewhere sees it, as the chain has to go through the same place again.
 */
public final class Chain {
  private static final int BATCH = 1000;

  private final Connection connection;
  private long sequence;
  private String hash;

  private Chain(Connection connection, Place start) {
    this.connection = connection;
    this.sequence = start.sequence();
    this.hash = start.hash();
  }

  /** An entry, and the hash that it has; by it, all before is fixed. */
  public record Place(long sequence, String hash) {
    /** Before the first entry. */
    public static final Place START = new Place(0, Entry.NONE);
  }

  /** What is wrong with an entry. */
  public enum Fault {
    /** It is not there, although later ones are. */
    MISSING,
    /** Its fields have another hash. */
    CHANGED,
    /** It does not follow from the one before. */
    UNLINKED
  }

  /**
   * What was found.
   *
   * @param reached the last entry that is right
   * @param broken what is wrong with the one after; null if nothing is
   * @param more whether the walk ended before the end of the trail
   */
  public record Finding(Place reached, @Nullable Fault broken, boolean more) {
    /** Whether all that was looked at is right. */
    public boolean whole() {
      return broken == null;
    }
  }

  /**
   * Walks on from a place that is known to be right.
   *
   * @param limit the most entries to look at
   */
  public static Finding walk(Connection connection, Place start, long limit) throws SQLException {
    return new Chain(connection, start).walk(limit);
  }

  /** The place of an entry, as it is stored; {@link Place#START} if there is none. */
  public static Place at(Connection connection, long sequence) throws SQLException {
    List<StoredEntry> found = Entries.inOrder(connection, Filter.ALL, sequence - 1, 1);
    return found.isEmpty() || found.getFirst().entry().sequence() != sequence
        ? Place.START
        : place(found.getFirst());
  }

  /** The last entry; {@link Place#START} if there is none. */
  public static Place head(Connection connection) throws SQLException {
    List<StoredEntry> found = Entries.newest(connection, Filter.ALL, Long.MAX_VALUE, 1);
    return found.isEmpty() ? Place.START : place(found.getFirst());
  }

  private static Place place(StoredEntry stored) {
    return new Place(stored.entry().sequence(), stored.hash());
  }

  private Finding walk(long limit) throws SQLException {
    for (long left = limit; left > 0; left -= BATCH) {
      int size = (int) Math.min(BATCH, left);
      List<StoredEntry> batch = Entries.inOrder(connection, Filter.ALL, sequence, size);
      for (StoredEntry stored : batch) {
        @Nullable Fault fault = fault(stored);
        if (fault != null) {
          return new Finding(new Place(sequence, hash), fault, true);
        }
        sequence = stored.entry().sequence();
        hash = stored.hash();
      }
      if (batch.size() < size) {
        return new Finding(new Place(sequence, hash), null, false);
      }
    }
    return new Finding(new Place(sequence, hash), null, true);
  }

  private @Nullable Fault fault(StoredEntry stored) {
    if (stored.entry().sequence() != sequence + 1) {
      return Fault.MISSING;
    }
    if (!stored.entry().hash().equals(stored.hash())) {
      return Fault.CHANGED;
    }
    return stored.entry().previousHash().equals(hash) ? null : Fault.UNLINKED;
  }
}
