package com.ecom.signup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.Poll;
import com.ecom.signup.database.DatabaseUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CoalescerTest {
  private static final String BUSY = "busy";
  private static final String FAILED = "failed";
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService home = Executors.newSingleThreadExecutor();
  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private Coalescer<Integer, String> coalescer = open(new Fixed(1, 256, 2048, LONG), this::echo);

  @AfterEach
  void close() {
    gate.countDown();
    coalescer.close();
    home.shutdownNow();
  }

  @Test
  void answersEachQuestionWithItsOwnAnswer() {
    List<CompletableFuture<String>> answers = askMany(1000);

    for (int i = 0; i < 1000; i++) {
      assertThat(answers.get(i).join()).isEqualTo("answer " + i);
    }
  }

  @Test
  void gathersWhatArrivesWhileTheLaneIsBusy() throws InterruptedException {
    use(new Fixed(1, 256, 2048, LONG), this::echoBehindGate);
    CompletableFuture<String> first = ask(0);
    entered.await();
    List<CompletableFuture<String>> others = askMany(300);
    gate.countDown();

    first.join();
    others.forEach(CompletableFuture::join);
    assertThat(sizes).containsExactly(1, 256, 44);
  }

  @Test
  void turnsAwayWhatTheQueueCannotHold() throws InterruptedException {
    use(new Fixed(1, 256, 2, LONG), this::echoBehindGate);
    CompletableFuture<String> first = ask(0);
    entered.await();
    List<CompletableFuture<String>> others = askMany(3);

    assertThat(others.get(2).join()).isEqualTo(BUSY);
    gate.countDown();
    assertThat(first.join()).isEqualTo("answer 0");
    assertThat(others.get(0).join()).isEqualTo("answer 0");
    assertThat(others.get(1).join()).isEqualTo("answer 1");
  }

  @Test
  void turnsAwayWhileTheFirstInTheQueueHasWaitedTooLong() {
    use(new Fixed(1, 1, 2048, Duration.ofMillis(20), LONG), this::echoSlowly);
    List<CompletableFuture<String>> many = askMany(100);

    Poll.until("the queue counts as full", LONG, coalescer::turnsAway);
    assertThat(ask(1000).join()).isEqualTo(BUSY);
    for (int i = 0; i < 100; i++) {
      assertThat(many.get(i).join()).as("what was taken is answered").isEqualTo("answer " + i);
    }
    assertThat(ask(1001).join()).as("it recovers at once").isEqualTo("answer 1001");
  }

  @Test
  void letsCallsWaitWhileNothingMovesHoweverLongTheFirstHasWaited() throws InterruptedException {
    use(new Fixed(1, 256, 2048, Duration.ofNanos(1), LONG), this::echoBehindGate);
    CompletableFuture<String> first = ask(0);
    entered.await();
    List<CompletableFuture<String>> others = askMany(100);

    assertThat(coalescer.turnsAway()).isFalse();
    gate.countDown();
    assertThat(first.join()).isEqualTo("answer 0");
    for (int i = 0; i < 100; i++) {
      assertThat(others.get(i).join()).isEqualTo("answer " + i);
    }
  }

  @Test
  void answersTheImpatientInTheBatchAndInTheQueue() throws InterruptedException {
    use(new Fixed(1, 1, 2048, Duration.ofMillis(100)), this::echoBehindGate);
    CompletableFuture<String> underWay = ask(0);
    entered.await();
    CompletableFuture<String> waiting = ask(1);

    assertThat(underWay.join()).isEqualTo(BUSY);
    assertThat(waiting.join()).isEqualTo(BUSY);
    gate.countDown();
    coalescer.close();
    assertThat(sizes).as("what was given up in the queue is not run").containsExactly(1);
  }

  @Test
  void repeatsBatchWhileTheDatabaseIsAway() {
    AtomicInteger attempts = new AtomicInteger();
    use(
        new Fixed(1, 256, 2048, LONG),
        questions -> {
          if (attempts.incrementAndGet() < 3) {
            throw new DatabaseUnavailableException("test", new IllegalStateException("test"));
          }
          return echo(questions);
        });

    assertThat(ask(7).join()).isEqualTo("answer 7");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void givesUpWhenTheDatabaseStaysAway() {
    use(
        new Fixed(1, 256, 2048, Duration.ofMillis(100)),
        questions -> {
          throw new DatabaseUnavailableException("test", new IllegalStateException("test"));
        });

    assertThat(ask(7).join()).isEqualTo(BUSY);
    assertThat(ask(8).join()).isEqualTo(BUSY);
  }

  @Test
  void survivesBatchThatThrows() {
    use(
        new Fixed(1, 256, 2048, LONG),
        questions -> {
          if (questions.contains(1)) {
            throw new IllegalStateException("test");
          }
          return echo(questions);
        });

    assertThat(ask(1).join()).isEqualTo(FAILED);
    assertThat(ask(2).join()).isEqualTo("answer 2");
  }

  @Test
  void answersOnTheHomeOfEachCall() {
    CompletableFuture<Thread> answeredBy = new CompletableFuture<>();
    ExecutorService ownHome =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("own-home").factory());
    try {
      coalescer.ask(1, ownHome, answer -> answeredBy.complete(Thread.currentThread()));

      assertThat(answeredBy.join().getName()).isEqualTo("own-home");
    } finally {
      ownHome.shutdown();
    }
  }

  @Test
  void answersWhatItHoldsBeforeItCloses() throws InterruptedException {
    use(new Fixed(1, 1, 2048, LONG), this::echoBehindGate);
    List<CompletableFuture<String>> answers = askMany(5);
    entered.await();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> coalescer.close());
    gate.countDown();

    closed.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).startsWith("answer"));
    assertThat(ask(9).join()).as("after closing").isEqualTo(BUSY);
  }

  private void use(Limits limits, Coalescer.Batch<Integer, String> batch) {
    coalescer.close();
    coalescer = open(limits, batch);
  }

  private static Coalescer<Integer, String> open(
      Limits limits, Coalescer.Batch<Integer, String> batch) {
    Coalescer<Integer, String> coalescer =
        new Coalescer<>("test", limits, batch, BUSY, FAILED, new SimpleMeterRegistry());
    coalescer.start();
    return coalescer;
  }

  private List<String> echo(List<Integer> questions) {
    sizes.add(questions.size());
    return questions.stream().map(question -> "answer " + question).toList();
  }

  private List<String> echoSlowly(List<Integer> questions) {
    try {
      Thread.sleep(Duration.ofMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return echo(questions);
  }

  private List<String> echoBehindGate(List<Integer> questions) {
    entered.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return echo(questions);
  }

  private CompletableFuture<String> ask(int question) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    coalescer.ask(question, home, answer::complete);
    return answer.orTimeout(30, TimeUnit.SECONDS);
  }

  private List<CompletableFuture<String>> askMany(int count) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(ask(i));
    }
    return answers;
  }

  private record Fixed(
      int lanes, int batchSize, int queueSize, Duration queueTime, Duration patience)
      implements Limits {
    Fixed(int lanes, int batchSize, int queueSize, Duration patience) {
      this(lanes, batchSize, queueSize, LONG, patience);
    }
  }
}
