package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import com.ecom.signup.access.Sessions;
import com.ecom.signup.database.DatabaseUnavailableException;
import com.ecom.signup.http.OperatorCookies.Kind;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.page.View;
import com.ecom.signup.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Lets people in who have signed in, and answers them with pages, off the event loop. */
@Singleton
final class Console {
  /** Where all of its paths begin. */
  static final String UNDER = "/console/";

  static final String LOGIN = "/console/login";

  private static final Logger LOG = Logger.getLogger(Console.class);

  private final Operators operators;
  private final Sessions sessions;
  private final OperatorCookies cookies;
  private final Pages pages;

  Console(Operators operators, Sessions sessions, OperatorCookies cookies, Pages pages) {
    this.operators = operators;
    this.sessions = sessions;
    this.cookies = cookies;
    this.pages = pages;
  }

  /**
   * Answers those in a session who may; the others are sent to sign in, or told that they may not.
   */
  void answer(
      RoutingContext context,
      FormFields fields,
      Permission permission,
      ConsoleRoute.Operation operation) {
    answer(
        context,
        () ->
            switch (operators.admission(
                sessions.find(cookies.read(context.request(), Kind.SESSION)), permission)) {
              case Operators.Admission.Admitted(Caller caller) ->
                  carryOut(call(context, fields, caller), operation);
              case Operators.Admission.Denied(Caller caller) -> {
                ConsoleCall call = call(context, fields, caller);
                operators.recordDenial(call.actor(), permission);
                yield new Answer.Page(403, ConsoleNotice.denied(nowhere(call)));
              }
              case Operators.Admission.Refused unknown -> new Answer.Elsewhere(LOGIN);
              case Operators.Admission.Closed closed -> new Answer.Elsewhere(LOGIN);
            });
  }

  private ConsoleCall call(RoutingContext context, FormFields fields, Caller caller) {
    return new ConsoleCall(
        context,
        fields,
        caller,
        operators.actor(caller, context.request()),
        ConsoleSettings.of(context.request(), cookies));
  }

  private static Answer carryOut(ConsoleCall call, ConsoleRoute.Operation operation) {
    try {
      return operation.on(call);
    } catch (Refusal refusal) {
      int status = refusal.problem().status();
      return new Answer.Page(status, ConsoleNotice.of(nowhere(call), refusal));
    } catch (DatabaseUnavailableException unavailable) {
      return notice(call, Problem.BUSY);
    } catch (RuntimeException failure) {
      LOG.errorf("A page of the console failed (%s)", failure.getClass().getName());
      LOG.debug("The page failed", failure);
      return notice(call, Problem.INTERNAL_ERROR);
    }
  }

  private static Answer notice(ConsoleCall call, Problem problem) {
    return new Answer.Page(problem.status(), ConsoleNotice.of(nowhere(call), problem));
  }

  /** What is around a page that belongs to no place. */
  private static ConsoleFrame nowhere(ConsoleCall call) {
    return call.frame(null, ConsoleHome.PATH);
  }

  /** Answers anybody. */
  void answer(RoutingContext context, Callable<Answer> work) {
    operators
        .workers(context.vertx())
        .executeBlocking(work, false)
        .onSuccess(answer -> send(context, answer))
        .onFailure(
            failure -> {
              LOG.warnf("A page of the console failed (%s)", failure.getClass().getName());
              pages.show(context, 503, new NoticeView(Frame.of(context.request()), "busy"));
            });
  }

  /** Where a part of a page was asked for, the whole page is to go (htmx, {@code HX-Redirect}). */
  private static void sendElsewhere(HttpServerRequest request, String location) {
    if (ConsoleCall.isForPart(request)) {
      request.response().putHeader("hx-redirect", location).end();
    } else {
      Answers.seeOther(request, location);
    }
  }

  private void send(RoutingContext context, Answer answer) {
    switch (answer) {
      case Answer.Page(int status, View view) -> pages.show(context, status, view);
      case Answer.Elsewhere(String location) -> sendElsewhere(context.request(), location);
      case Answer.File(Download download) ->
          DownloadRoute.send(
              operators.carriers(context.vertx()), context.request(), () -> download);
    }
  }
}
