package com.ecom.signup.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records spans somewhere. */
interface Tracing {
  /** What a span is to the others, in the words of OpenTelemetry. */
  enum Kind {
    SERVER,
    INTERNAL,
    CLIENT,
    PRODUCER
  }

  /**
   * Begins a span.
   *
   * @param parent null begins a trace
   * @param links other places that led to it
   */
  Span begin(Kind kind, String name, @Nullable TraceParent parent, List<TraceParent> links);
}
