package com.ecom.signup.local.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was published, the latest only, so that a benchmark can't fill the memory. */
final class Journal {

  static final int MOST = 10_000;
  private static final long MOST_WEIGHT = 64L << 20;

  private final Deque<Publication> latest = new ArrayDeque<>();
  private final Clock clock;
  private long count;
  private long weight;
  private long cleared;
  private boolean closed;

  Journal(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(String topic, Message message, @Nullable String fifoId, String messageId) {
    Publication publication =
        new Publication(
            ++count,
            topic,
            message.body(),
            message.values(),
            message.groupId(),
            fifoId,
            messageId,
            clock.instant());
    latest.addLast(publication);
    weight += publication.weight();
    while (latest.size() > MOST || (weight > MOST_WEIGHT && latest.size() > 1)) {
      weight -= latest.removeFirst().weight();
    }
    notifyAll();
  }

  synchronized long count() {
    return count;
  }

  synchronized List<Publication> all() {
    return List.copyOf(latest);
  }

  synchronized void clear() {
    latest.clear();
    weight = 0;
    cleared = count;
    notifyAll();
  }

  /**
   * What came after a position, as soon as there is something, or nothing after a while.
   *
   * @return null when the journal was closed
   */
  synchronized @Nullable News await(long position, long seenClear, Duration most)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (!closed && count <= position && cleared == seenClear && left > 0) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
    return closed ? null : news(position);
  }

  private News news(long position) {
    ArrayDeque<Publication> newer = new ArrayDeque<>();
    var backwards = latest.descendingIterator();
    while (backwards.hasNext()) {
      Publication publication = backwards.next();
      if (publication.position() <= position) {
        break;
      }
      newer.addFirst(publication);
    }
    return new News(List.copyOf(newer), cleared);
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * @param cleared the position up to which the journal was cleared, 0 when it never was
   */
  record News(List<Publication> publications, long cleared) {}
}
