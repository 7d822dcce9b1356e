package com.ecom.signup.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What became of the batches of one round. */
record Published(
    List<Delivery.Delivered> delivered,
    List<Delivery.Refused> refused,
    List<Delivery.Failed> failed,
    @Nullable TopicUnavailableException outage) {

  /** Waits for all of them. */
  static Published of(List<Future<List<Delivery>>> batches) {
    List<Delivery.Delivered> delivered = new ArrayList<>();
    List<Delivery.Refused> refused = new ArrayList<>();
    List<Delivery.Failed> failed = new ArrayList<>();
    TopicUnavailableException outage = null;
    for (Future<List<Delivery>> batch : batches) {
      try {
        for (Delivery delivery : batch.get()) {
          switch (delivery) {
            case Delivery.Delivered one -> delivered.add(one);
            case Delivery.Refused one -> refused.add(one);
            case Delivery.Failed one -> failed.add(one);
          }
        }
      } catch (ExecutionException e) {
        outage = outageOf(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        outage = new TopicUnavailableException("interrupted", e);
      }
    }
    return new Published(delivered, refused, failed, outage);
  }

  private static TopicUnavailableException outageOf(@Nullable Throwable cause) {
    return cause instanceof TopicUnavailableException known
        ? known
        : new TopicUnavailableException(
            cause == null ? "unknown" : cause.getClass().getName(), cause);
  }

  /**
   * Lets the round fail if the topic took nothing at all. A round that delivered something is
   * committed first, and the next one meets the outage, should it last.
   *
   * @throws TopicUnavailableException with the topic's reason
   */
  void blameTopicIfNothingElse() {
    if (outage != null && delivered.isEmpty() && refused.isEmpty() && failed.isEmpty()) {
      throw outage;
    }
  }
}
