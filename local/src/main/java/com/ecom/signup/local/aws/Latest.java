package com.ecom.signup.local.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest of one kind only, so that a benchmark can't fill the memory; guarded by its user. */
final class Latest<T extends Kept> {

  static final int MOST = 10_000;
  private static final long MOST_WEIGHT = 64L << 20;

  private final Deque<Entry<T>> entries = new ArrayDeque<>();
  private long weight;

  /**
   * @param position later than that of any entry before
   * @param weight a rough size, so that large ones stay bounded too
   */
  void add(long position, T kept, int weight) {
    entries.addLast(new Entry<>(position, kept, weight));
    this.weight += weight;
    while (entries.size() > MOST || (this.weight > MOST_WEIGHT && entries.size() > 1)) {
      this.weight -= entries.removeFirst().weight();
    }
  }

  List<T> all() {
    return entries.stream().map(Entry::kept).toList();
  }

  List<Entry<T>> after(long position) {
    Deque<Entry<T>> newer = new ArrayDeque<>();
    var backwards = entries.descendingIterator();
    while (backwards.hasNext()) {
      Entry<T> entry = backwards.next();
      if (entry.position() <= position) {
        break;
      }
      newer.addFirst(entry);
    }
    return List.copyOf(newer);
  }

  void clear() {
    entries.clear();
    weight = 0;
  }

  record Entry<T extends Kept>(long position, T kept, int weight) {}
}
