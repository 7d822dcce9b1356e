package com.ecom.signup.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The CPU and the garbage collections of this process since its start, named as Prometheus' own
 * client names them. They are read when they are asked for; Micrometer's listener for collections
 * would have to be there from the start.
 */
final class ProcessMeters implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      FunctionCounter.builder("process.cpu.seconds", system, ProcessMeters::cpu)
          .description("CPU time of this process")
          .register(registry);
    }
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      FunctionTimer.builder(
              "jvm.gc.collection",
              collector,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .description("garbage collections and their time")
          .tags(Tags.of("gc", collector.getName()))
          .register(registry);
    }
  }

  private static double cpu(OperatingSystemMXBean system) {
    return system.getProcessCpuTime() / (double) Duration.ofSeconds(1).toNanos();
  }
}
