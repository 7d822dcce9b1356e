package com.ecom.signup.fault;

import com.ecom.signup.local.aws.AwsStandIn;
import com.ecom.signup.local.aws.Publication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the topic has received, by the id of the event: it keeps only the latest by itself. */
final class Received implements AutoCloseable {
  private final AwsStandIn aws;
  private final Map<String, Integer> messages = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private long position;

  Received(AwsStandIn aws) {
    this.aws = aws;
    var unused = thread.scheduleWithFixedDelay(this::look, 0, 200, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    List<Publication> publications = aws.publications();
    for (Publication publication : publications) {
      if (publication.position() > position) {
        messages.merge(publication.attributes().getOrDefault("ce-id", ""), 1, Integer::sum);
        position = publication.position();
      }
    }
  }

  /** How often each event came. */
  Map<String, Integer> messages() {
    look();
    return messages;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
