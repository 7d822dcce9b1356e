package com.ecom.signup.local.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was published and mailed, in one order. */
final class Journal {

  private final Latest<Publication> publications = new Latest<>();
  private final Latest<Mail> mails = new Latest<>();
  private final Clock clock;
  private long position;
  private long published;
  private long cleared;
  private boolean closed;

  Journal(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(String topic, Message message, @Nullable String fifoId, String messageId) {
    Publication publication =
        new Publication(
            ++published,
            topic,
            message.body(),
            message.values(),
            message.groupId(),
            fifoId,
            messageId,
            clock.instant());
    publications.add(++position, publication, publication.weight());
    notifyAll();
  }

  synchronized void add(Mail mail) {
    mails.add(++position, mail, mail.weight());
    notifyAll();
  }

  /** How many messages were published. */
  synchronized long published() {
    return published;
  }

  synchronized List<Publication> publications() {
    return publications.all();
  }

  synchronized List<Mail> mails() {
    return mails.all();
  }

  synchronized void clear() {
    publications.clear();
    mails.clear();
    cleared = position;
    notifyAll();
  }

  /**
   * What came after a position, as soon as there is something, or nothing after a while.
   *
   * @return null when the journal was closed
   */
  synchronized @Nullable News await(long seen, long seenClear, Duration most)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (!closed && position <= seen && cleared == seenClear && left > 0) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
    return closed ? null : news(seen);
  }

  private News news(long seen) {
    List<Latest.Entry<? extends Kept>> newer =
        Stream.<Latest.Entry<? extends Kept>>concat(
                publications.after(seen).stream(), mails.after(seen).stream())
            .sorted(Comparator.comparingLong(Latest.Entry::position))
            .toList();
    return new News(newer, cleared);
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * @param cleared the position up to which the journal was cleared, 0 when it never was
   */
  record News(List<Latest.Entry<? extends Kept>> entries, long cleared) {}
}
