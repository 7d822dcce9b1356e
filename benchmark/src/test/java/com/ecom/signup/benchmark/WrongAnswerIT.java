package com.ecom.signup.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real wrk, against a service that answers one call in a thousand wrong. */
@ExtendWith(Generators.class)
final class WrongAnswerIT {
  private static final int CONNECTIONS = 2;

  private final Path folder;
  private final Children children = new Children();

  WrongAnswerIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    children.close();
  }

  @Test
  void passesWhenAllAreRight() {
    assertThatNoException().isThrownBy(() -> check(200, Route.LOOKUP.answer()));
  }

  @Test
  void noticesAnotherBody() {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> check(200, "\"User does not exist\""))
        .withMessageContaining("some body is wrong");
  }

  @Test
  void noticesAnotherStatusEvenWithTheSameBody() {
    assertThatExceptionOfType(WrongAnswer.class)
        .isThrownBy(() -> check(503, Route.LOOKUP.answer()))
        .withMessageContaining("answers that are not 2xx");
  }

  @Test
  void noticesThatTheFirstAnswerIsWrongAlready() {
    try (FaultyService service = FaultyService.start(1, 200, "\"User does not exist\"")) {
      assertThatExceptionOfType(WrongAnswer.class)
          .isThrownBy(() -> AnswerCheck.learnSize(service.port(), Route.LOOKUP))
          .withMessageContaining("User does not exist");
    }
  }

  @Test
  void countsAnswersByStatusAndWhoWasNotToldWhenToComeAgain() {
    try (FaultyService service = FaultyService.start(1000, 503, "\"busy\"")) {
      WrkFigures figures = run(service, true);

      assertThat(figures.busy()).isPositive().isEqualTo(figures.unexplained());
      assertThat(figures.answered()).isEqualTo(figures.requests() - figures.busy());
    }
  }

  private void check(int status, String body) {
    try (FaultyService service = FaultyService.start(1000, status, body)) {
      long size = AnswerCheck.learnSize(service.port(), Route.LOOKUP);
      AnswerCheck.check("run", run(service, false), size);
    }
  }

  private WrkFigures run(FaultyService service, boolean counted) {
    Wrk wrk = new Wrk(new Generator(children, folder), folder);
    Wrk.Load load = new Wrk.Load(Route.LOOKUP, Address.FIRST_SERIES, 100, CONNECTIONS, 1, counted);
    return wrk.run(service.port(), load).figures();
  }
}
