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
import org.junit.jupiter.api.Test;

/** The heap of a real service. */
final class YoungGenerationIT {
  private static final Duration LOADED = Duration.ofMinutes(2);
  private static final String FULL = "jvm_gc_collection_seconds_count{gc=\"MarkSweepCompact\"}";
  private static final String YOUNG = "jvm_memory_committed_bytes{area=\"heap\",id=\"Eden Space\"}";

  @Test
  void growsOnceCollectionsAreFrequent() {
    AtomicBoolean enough = new AtomicBoolean();
    try (Stage stage = Stage.open();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      ServiceProcess service = stage.startService(Map.of());
      double small = service.metric(YOUNG);
      assertThat(service.metric(FULL)).isZero();
      for (int i = 0; i < 8; i++) {
        callers.execute(
            () -> {
              while (!enough.get()) {
                service.health("/metrics");
              }
            });
      }

      try {
        Poll.until("there was a full collection", LOADED, () -> service.metric(FULL) > 0);
      } finally {
        enough.set(true);
      }

      assertThat(service.metric(FULL)).isOne();
      assertThat(service.metric(YOUNG)).isGreaterThan(2 * small);
    }
  }
}
