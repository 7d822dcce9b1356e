package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import com.ecom.signup.access.Sessions;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.http.OperatorCookies.Kind;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.page.View;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Lets people in who have signed in, and answers them with pages, off the event loop. */
@Singleton
final class Console {
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
                  operation.on(new ConsoleCall(context, fields, caller, actor(context, caller)));
              case Operators.Admission.Denied(Caller caller) -> {
                operators.recordDenial(actor(context, caller), permission);
                yield PageAnswers.notice(context, 403, "denied");
              }
              case Operators.Admission.Refused unknown -> new Answer.Elsewhere(LOGIN);
              case Operators.Admission.Closed closed -> new Answer.Elsewhere(LOGIN);
            });
  }

  private Actor actor(RoutingContext context, Caller caller) {
    return operators.actor(caller, context.request());
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

  private void send(RoutingContext context, Answer answer) {
    switch (answer) {
      case Answer.Page(int status, View view) -> pages.show(context, status, view);
      case Answer.Elsewhere(String location) -> Answers.seeOther(context.request(), location);
    }
  }
}
