package com.ecom.signup.event;

import com.ecom.signup.trace.Span;
import com.ecom.signup.trace.TraceParent;
import com.ecom.signup.trace.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Publishes events, each in a span of its own that its message tells to those who receive it. */
final class Publishing {
  private Publishing() {}

  static List<Delivery> of(List<Event> events, Topic topic) {
    if (!Traces.areOn()) {
      return topic.publish(events);
    }
    Map<EventId, Span> spans = new HashMap<>();
    List<Event> placed = new ArrayList<>(events.size());
    for (Event event : events) {
      Span span = Traces.message("send " + event.type(), TraceParent.read(event.traceparent()));
      TraceParent place = span.place();
      spans.put(event.id(), span);
      placed.add(place == null ? event : event.at(place));
    }
    try {
      List<Delivery> deliveries = topic.publish(placed);
      deliveries.forEach(delivery -> note(delivery, spans));
      return deliveries;
    } catch (TopicUnavailableException e) {
      spans.values().forEach(span -> span.failed(e.reason()));
      throw e;
    } finally {
      spans.values().forEach(Span::close);
    }
  }

  private static void note(Delivery delivery, Map<EventId, Span> spans) {
    Span span = spans.getOrDefault(delivery.event().id(), Span.NONE);
    switch (delivery) {
      case Delivery.Delivered delivered -> {}
      case Delivery.Refused refused -> span.failed(refused.reason());
      case Delivery.Failed failed -> span.failed(failed.reason());
    }
  }
}
