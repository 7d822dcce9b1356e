package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import io.netty.channel.nio.NioEventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real event loop, which is late because it is kept busy. */
final class PulseTest {
  private static final Duration LIMIT = Duration.ofMillis(40);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int CALLS = 100;

  private final NioEventLoopGroup group = new NioEventLoopGroup(1);
  private final NioEventLoop loop = (NioEventLoop) group.next();
  private Pulse pulse;

  @BeforeEach
  void take() throws Exception {
    pulse = Pulse.of(loop, LIMIT);
  }

  @AfterEach
  void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void admitsAllWhileTheLoopKeepsUp() throws Exception {
    for (int i = 0; i < CALLS; i++) {
      assertThat(onLoop(pulse::admits)).isTrue();
    }
  }

  @Test
  void admitsAllAfterOneStall() throws Exception {
    assertThat(onLoop(this::admittedWhileLate)).isEqualTo(CALLS);
  }

  @Test
  void turnsSomeAwayWhileBytesWaitUnreadAndAdmitsAllAgainAfterwards() throws Exception {
    onLoop(this::admittedWhileLate);
    assertThat(onLoop(this::admittedWhileLate)).isBetween(1L, CALLS - 1L);

    Poll.until("all are admitted", SOON, () -> onLoop(this::admitted) == CALLS);
  }

  @Test
  void neverTurnsAllAway() throws Exception {
    for (int i = 0; i < 20; i++) {
      onLoop(this::admittedWhileLate);
    }

    assertThat(onLoop(this::admitted)).isGreaterThanOrEqualTo(CALLS / 10 - 1);
  }

  private long admittedWhileLate() throws InterruptedException {
    pulse.admits();
    Thread.sleep(LIMIT.plusMillis(30));
    return admitted();
  }

  private long admitted() {
    return IntStream.range(0, CALLS).filter(call -> pulse.admits()).count();
  }

  private <T> T onLoop(Callable<T> work) {
    return loop.submit(work).syncUninterruptibly().getNow();
  }
}
