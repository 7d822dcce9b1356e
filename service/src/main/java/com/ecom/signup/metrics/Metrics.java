package com.ecom.signup.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The registry of all meters, shown at {@code /metrics} of the management port in the text format
 * of Prometheus (version 0.0.4).
 */
@Singleton
final class Metrics {
  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String NOT_IN_SECONDS = "process.cpu.time";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics() {
    registry.config().meterFilter(MeterFilter.denyNameStartsWith(NOT_IN_SECONDS));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new ProcessMeters().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  @Produces
  @Singleton
  MeterRegistry registry() {
    return registry;
  }

  void install(@Observes ManagementInterface management) {
    management.router().get("/metrics").handler(this::show);
  }

  private void show(RoutingContext context) {
    context.response().putHeader("Content-Type", CONTENT_TYPE).end(registry.scrape());
  }
}
