package com.ecom.signup.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.ServiceProcess;
import com.ecom.signup.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The heap of a real service. */
final class YoungGenerationIT {
  private static final Duration LOADED = Duration.ofMinutes(2);
  private static final Pattern FULL =
      Pattern.compile("jvm_gc_collection_seconds_count\\{gc=\"MarkSweepCompact\"} (\\d+)");
  private static final Pattern YOUNG =
      Pattern.compile(
          "jvm_memory_committed_bytes\\{area=\"heap\",id=\"Eden Space\"} (\\d[\\d.E]*)");

  @Test
  void growsOnceCollectionsAreFrequent() {
    AtomicBoolean enough = new AtomicBoolean();
    try (Stage stage = Stage.open();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      ServiceProcess service = stage.startService(Map.of());
      double small = figure(YOUNG, service);
      assertThat(figure(FULL, service)).isZero();
      for (int i = 0; i < 8; i++) {
        callers.execute(
            () -> {
              while (!enough.get()) {
                service.health("/metrics");
              }
            });
      }

      try {
        Poll.until("there was a full collection", LOADED, () -> figure(FULL, service) > 0);
      } finally {
        enough.set(true);
      }

      assertThat(figure(FULL, service)).isOne();
      assertThat(figure(YOUNG, service)).isGreaterThan(2 * small);
    }
  }

  private static double figure(Pattern line, ServiceProcess service) {
    String metrics = service.health("/metrics").body();
    Matcher matcher = line.matcher(metrics);
    assertThat(matcher.find()).as(metrics).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
