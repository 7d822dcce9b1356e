package com.ecom.signup.trace;

import com.ecom.signup.trace.Tracing.Kind;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans, and knows the place in the trace of what is under way. That place is kept where log
 * lines find it too, under the names that OpenTelemetry gives: with the request while one is
 * handled, with the thread otherwise.
 *
 * <p>Like a logger it is reached without being handed through constructors: it is there or not for
 * the whole process, and changes nothing that anybody answers. It is on where {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT} is set; elsewhere, every span is {@link Span#NONE}.
 */
public final class Traces {
  private static final Logger LOG = Logger.getLogger(Traces.class);
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String TRACE = "trace_id";
  private static final String SPAN = "span_id";
  private static final String FLAGS = "trace_flags";

  private static final @Nullable Tracing TRACING = start();

  private Traces() {}

  private static @Nullable Tracing start() {
    String endpoint = System.getenv(ENDPOINT);
    if (endpoint == null || endpoint.isBlank()) {
      return null;
    }
    try {
      return OpenTelemetryTracing.start();
    } catch (RuntimeException e) {
      LOG.errorf("Traces are off: the variables OTEL_* are of no use (%s)", e.getClass().getName());
      return null;
    }
  }

  /** Whether spans are recorded. */
  public static boolean areOn() {
    return TRACING != null;
  }

  /** The place in the trace of what is under way here; null if it belongs to none. */
  public static @Nullable TraceParent current() {
    return MDC.get(TRACE) instanceof String trace
        ? new TraceParent(
            trace, String.valueOf(MDC.get(SPAN)), Objects.toString(MDC.get(FLAGS), "00"))
        : null;
  }

  /** The current place as a header, for messages; null unless the trace is kept by somebody. */
  public static @Nullable String toPassOn() {
    TraceParent current = current();
    return current != null && current.isSampled() ? current.toString() : null;
  }

  /** Says where in a trace the work of this request or thread is; null ends that. */
  public static void place(@Nullable TraceParent place) {
    if (place == null) {
      MDC.remove(TRACE);
      MDC.remove(SPAN);
      MDC.remove(FLAGS);
    } else {
      MDC.put(TRACE, place.traceId());
      MDC.put(SPAN, place.spanId());
      MDC.put(FLAGS, place.flags());
    }
  }

  /**
   * The span of a request. Where traces are off, a sampled one that comes with the request is
   * passed on all the same.
   *
   * @param name method and route, without a value
   * @param header the request's {@code traceparent}
   */
  public static Span request(String name, @Nullable String header) {
    TraceParent parent = TraceParent.read(header);
    if (TRACING == null) {
      if (parent != null && parent.isSampled()) {
        place(parent);
      }
      return Span.NONE;
    }
    Span span = TRACING.begin(Kind.SERVER, name, parent, List.of());
    place(span.place());
    return span;
  }

  /** The span of a batch, and this thread's place in the trace until it is closed. */
  public static Span batch(String name, List<TraceParent> links) {
    if (TRACING == null) {
      return Span.NONE;
    }
    Span span = TRACING.begin(Kind.INTERNAL, name, null, links);
    place(span.place());
    return new Placed(span);
  }

  /** The span of a call to another system for the sake of what is under way here. */
  public static Span call(String name) {
    TraceParent parent = TRACING == null ? null : current();
    return TRACING == null || parent == null
        ? Span.NONE
        : TRACING.begin(Kind.CLIENT, name, parent, List.of());
  }

  /** The span of a message. */
  public static Span message(String name, @Nullable TraceParent parent) {
    return TRACING == null || parent == null
        ? Span.NONE
        : TRACING.begin(Kind.PRODUCER, name, parent, List.of());
  }
}
