package com.ecom.signup.trace;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans to a collector by OTLP, set up by the standard variables {@code OTEL_*}. Nothing but
 * {@link Traces} knows this class, and only where tracing is on, so that the SDK is not loaded
 * elsewhere.
 */
record OpenTelemetryTracing(Tracer tracer) implements Tracing {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.service.name", "signup",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.propagators", "none",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  static Tracing start() {
    return new OpenTelemetryTracing(
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> DEFAULTS)
            .build()
            .getOpenTelemetrySdk()
            .getTracer("com.ecom.signup"));
  }

  @Override
  public Span begin(Kind kind, String name, @Nullable TraceParent parent, List<TraceParent> links) {
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
    builder.setParent(
        parent == null
            ? Context.root()
            : Context.root().with(io.opentelemetry.api.trace.Span.wrap(context(parent))));
    links.forEach(link -> builder.addLink(context(link)));
    return new Recorded(builder.startSpan());
  }

  private static SpanContext context(TraceParent place) {
    return SpanContext.createFromRemoteParent(
        place.traceId(),
        place.spanId(),
        TraceFlags.fromHex(place.flags(), 0),
        TraceState.getDefault());
  }

  private record Recorded(io.opentelemetry.api.trace.Span span) implements Span {
    @Override
    public TraceParent place() {
      SpanContext context = span.getSpanContext();
      return new TraceParent(
          context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
    }

    @Override
    public void tell(String attribute, long value) {
      span.setAttribute(attribute, value);
    }

    @Override
    public void failed(String reason) {
      span.setAttribute("error.type", reason).setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
