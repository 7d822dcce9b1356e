package com.ecom.signup.infra;

import java.util.Map;

/**
 * What a task on Fargate has (Amazon ECS Developer Guide, "Task CPU and memory").
 *
 * @param cpu in 1/1024 of a virtual CPU
 * @param memory in MiB
 */
record TaskSize(int cpu, int memory) {
  /** The least and the most memory for each CPU size that a service of this kind could need. */
  private static final Map<Integer, Range> SIZES =
      Map.of(
          256, new Range(512, 2048, 512),
          512, new Range(1024, 4096, 1024),
          1024, new Range(2048, 8192, 1024),
          2048, new Range(4096, 16384, 1024),
          4096, new Range(8192, 30720, 1024));

  private static final int TWO_CPUS = 2048;

  private record Range(int least, int most, int step) {
    boolean has(int memory) {
      // A quarter of a CPU takes 512, 1024 or 2048 MiB, and no 1536.
      return memory >= least && memory <= most && memory % step == 0 && memory != 1536;
    }
  }

  TaskSize {
    Range range = SIZES.get(cpu);
    if (range == null) {
      throw new BadParameterException(
          "a task of %d CPU units is none that Fargate has; expected 256, 512, 1024, 2048 or 4096"
              .formatted(cpu));
    }
    if (!range.has(memory)) {
      throw new BadParameterException(
          "a task of %d CPU units cannot have %d MiB; expected %d to %d, as Fargate has them"
              .formatted(cpu, memory, range.least, range.most));
    }
  }

  /**
   * Batches of registrations in flight at once. The service would tell by the processors that it
   * sees, and Fargate may show it more of them than it gives time of.
   */
  int lanes() {
    return cpu < TWO_CPUS ? 1 : 2;
  }
}
