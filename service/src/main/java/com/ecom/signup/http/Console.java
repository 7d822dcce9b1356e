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
import com.ecom.signup.token.Secret;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
        () -> {
          Operators.Admission admission = admission(context, permission);
          return admission instanceof Operators.Admission.Admitted(Caller caller)
              ? carryOut(call(context, fields, caller), operation)
              : turnAway(context, admission, permission);
        });
  }

  /**
   * Goes on with the call of one in a session who may, its body unread. The others are answered as
   * always, and what they send is dropped.
   */
  void admit(RoutingContext context, Permission permission, Consumer<ConsoleCall> admitted) {
    HttpServerRequest request = context.request();
    request.pause();
    operators
        .workers(context.vertx())
        .executeBlocking(() -> admission(context, permission), false)
        .onSuccess(
            admission -> {
              if (admission instanceof Operators.Admission.Admitted(Caller caller)) {
                admitted.accept(call(context, ConsoleRoute.NO_FIELDS, caller));
              } else {
                answer(context, () -> turnAway(context, admission, permission));
                BodyReader.drop(request);
              }
            })
        .onFailure(
            failure -> {
              fail(context, failure);
              BodyReader.drop(request);
            });
  }

  /** Answers with what takes as long as a file is long. */
  Future<?> carry(ConsoleCall call, ConsoleRoute.Operation operation) {
    RoutingContext context = call.context();
    return answer(context, operators.carriers(context.vertx()), () -> carryOut(call, operation));
  }

  private Operators.Admission admission(RoutingContext context, Permission permission) {
    HttpServerRequest request = context.request();
    Secret secret = cookies.read(request, Kind.SESSION);
    return operators.admission(
        ConsoleCall.isOfItself(request) ? sessions.watch(secret) : sessions.find(secret),
        permission);
  }

  private Answer turnAway(
      RoutingContext context, Operators.Admission admission, Permission permission) {
    if (!(admission instanceof Operators.Admission.Denied(Caller caller))) {
      return new Answer.Elsewhere(LOGIN);
    }
    ConsoleCall call = call(context, ConsoleRoute.NO_FIELDS, caller);
    operators.recordDenial(call.actor(), permission);
    return new Answer.Page(403, ConsoleNotice.denied(nowhere(call)));
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
    answer(context, operators.workers(context.vertx()), work);
  }

  private Future<?> answer(RoutingContext context, WorkerExecutor workers, Callable<Answer> work) {
    return workers
        .executeBlocking(work, false)
        .onSuccess(answer -> send(context, answer))
        .onFailure(failure -> fail(context, failure));
  }

  private void fail(RoutingContext context, Throwable failure) {
    LOG.warnf("A page of the console failed (%s)", failure.getClass().getName());
    pages.show(context, 503, new NoticeView(Frame.of(context.request()), "busy"));
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
      case Answer.Data(Reply reply) -> Answers.send(context.request(), reply);
      case Answer.File(Download download) ->
          DownloadRoute.send(
              operators.carriers(context.vertx()), context.request(), () -> download);
    }
  }
}
