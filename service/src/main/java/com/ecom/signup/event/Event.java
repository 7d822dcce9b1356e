package com.ecom.signup.event;

import com.ecom.signup.trace.TraceParent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer and is on its way to the topic.
 *
 * @param type name of the kind of event, as subscribers know it
 * @param body JSON; null if the event is sent again, until {@link Bodies} gives it one
 * @param traceparent of the request that made it, as in W3C Trace Context
 * @param attempts how often it has been handed to the topic so far
 * @param refusals how often in a row the topic has blamed it
 */
public record Event(
    EventId id,
    String type,
    Instant occurredAt,
    @Nullable String body,
    @Nullable String traceparent,
    int attempts,
    int refusals) {

  /** Tells that a customer has been erased: the one event that outlives its customer. */
  public static final String ERASED = "com.ecom.customer.erased.v1";

  public UUID customerId() {
    return id.customerId();
  }

  /** The same event with this type and body. */
  Event with(String otherType, String newBody) {
    return new Event(id, otherType, occurredAt, newBody, traceparent, attempts, refusals);
  }

  /** The same event at another place of its trace. */
  Event at(TraceParent place) {
    return new Event(id, type, occurredAt, body, place.toString(), attempts, refusals);
  }

  @Override
  public String toString() {
    return type + " " + id;
  }
}
