package com.ecom.signup.benchmark;

import com.ecom.signup.customer.CustomerBenchmark;
import com.ecom.signup.http.JsonBodyBenchmark;
import com.ecom.signup.registration.CustomerRegisteredBenchmark;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pure parts of a request, each alone, so that a regression shows where it is. */
final class HotPartsPart {

  private static final List<Class<?>> CLASSES =
      List.of(JsonBodyBenchmark.class, CustomerBenchmark.class, CustomerRegisteredBenchmark.class);
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Findings findings;
  private final TimeValue iteration;
  private final Path log;

  /** Iterations take a second, or less in a hurry. */
  HotPartsPart(Plan plan, Findings findings, Path folder) {
    this.findings = findings;
    iteration = TimeValue.milliseconds(plan.pace().run() * 1000L / Pace.USUAL.run());
    log = folder.resolve("jmh.log");
  }

  void measure() {
    CLASSES.stream().flatMap(HotPartsPart::benchmarks).forEach(this::measure);
  }

  private static Stream<Method> benchmarks(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .sorted(Comparator.comparing(Method::getName));
  }

  private void measure(Method method) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    Progress.begin("jmh, " + name);
    try {
      RunResult result = new Runner(options(method)).runSingle();
      HotPart part =
          new HotPart(
              name,
              result.getPrimaryResult().getScore(),
              Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
      findings.add(part);
      Progress.end("%,.0f ns, %,.0f bytes".formatted(part.nanos(), part.bytes()));
    } catch (RunnerException e) {
      throw new IllegalStateException(name + " can't be measured; see " + log, e);
    }
  }

  private Options options(Method method) {
    return new OptionsBuilder()
        .include(
            "^"
                + Pattern.quote(method.getDeclaringClass().getName() + "." + method.getName())
                + "$")
        .forks(1)
        .warmupIterations(3)
        .warmupTime(iteration)
        .measurementIterations(5)
        .measurementTime(iteration)
        .timeout(TimeValue.minutes(2))
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .jvmArgsPrepend("-Djmh.ignoreLock=true", "--sun-misc-unsafe-memory-access=allow")
        .output(log.toString())
        .build();
  }
}
