package com.ecom.signup.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Whether every answer of a run was right, at no cost for the generator: all right answers have the
 * same size. wrk counts bytes and requests when an answer has been read whole; those under way at
 * the end are in neither, so that bytes are requests times the size, exactly.
 */
final class AnswerCheck {

  private AnswerCheck() {}

  /**
   * The size of the right answer, from one that was read and compared byte for byte. The first
   * customer is there already: registering it again is a safe retry, with the same answer.
   */
  static long learnSize(int port, Route route) {
    Exchange exchange = exchange(port, route.request(1, Address.FIRST_SERIES));
    if (exchange.status() != 200 || !exchange.body().equals(route.answer())) {
      throw new WrongAnswer(
          "%s was answered with %d %s, not with 200 %s"
              .formatted(route, exchange.status(), exchange.body(), route.answer()));
    }
    return exchange.size();
  }

  private static Exchange exchange(int port, String request) {
    try {
      return Exchange.with(port, request);
    } catch (IOException e) {
      throw new UncheckedIOException("the service does not answer", e);
    }
  }

  static void check(String run, WrkFigures figures, long size) {
    if (figures.errors() > 0) {
      throw new WrongAnswer("%s: %s".formatted(run, figures.describeErrors()));
    }
    if (figures.requests() == 0) {
      throw new WrongAnswer(run + ": nothing was answered");
    }
    if (figures.bytes() != figures.requests() * size) {
      throw new WrongAnswer(
          "%s: %d answers of %d bytes make %d bytes, but %d came: some body is wrong"
              .formatted(
                  run, figures.requests(), size, figures.requests() * size, figures.bytes()));
    }
  }

  /** Turning a call away is right, as long as the answer says when to come again. */
  static void checkTurnedAway(String run, WrkFigures figures) {
    if (figures.unexplained() > 0
        || figures.status() != figures.busy()
        || figures.requests() != figures.answered() + figures.busy()) {
      throw new WrongAnswer(
          "%s: of %d answers %d are 200 and %d are 503, %d of these without Retry-After"
              .formatted(
                  run,
                  figures.requests(),
                  figures.answered(),
                  figures.busy(),
                  figures.unexplained()));
    }
  }

  /** Whether at least as many customers were added as were answered for. */
  static void checkNoneLost(String run, Rows before, Rows after, long answered) {
    long added = after.customers() - before.customers();
    if (added < answered) {
      throw new WrongAnswer(
          "%s: %d registrations were answered, but %d customers were added"
              .formatted(run, answered, added));
    }
  }

  /**
   * Whether the rows are those that were answered for; up to one more for each connection was
   * committed when the run ended before its answer came.
   */
  static void checkRows(String run, Rows before, Rows after, long answered, int connections) {
    checkRows(run, "customers", after.customers() - before.customers(), answered, connections);
    checkRows(run, "events", after.events() - before.events(), answered, connections);
  }

  private static void checkRows(
      String run, String what, long added, long answered, int connections) {
    if (added < answered || added > answered + connections) {
      throw new WrongAnswer(
          "%s: %d registrations were answered on %d connections, but %d %s were added"
              .formatted(run, answered, connections, added, what));
    }
  }
}
