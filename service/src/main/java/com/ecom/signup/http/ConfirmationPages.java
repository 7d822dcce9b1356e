package com.ecom.signup.http;

import com.ecom.signup.confirmation.Confirmations;
import com.ecom.signup.confirmation.Confirmed;
import com.ecom.signup.confirmation.Shown;
import com.ecom.signup.confirmation.Waiting;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.page.View;
import com.ecom.signup.template.Texts;
import com.ecom.signup.token.Secret;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The pages on which somebody confirms an address: to open one changes nothing. */
@Singleton
final class ConfirmationPages implements RouteSource {
  private static final String CONFIRM = "/confirm";
  private static final String WAITING = "/waiting";
  private static final String WELCOME = "/welcome";

  private final Pages pages;
  private final People people;
  private final Screen screen;
  private final Confirmations confirmations;

  ConfirmationPages(Pages pages, People people, Screen screen, Confirmations confirmations) {
    this.pages = pages;
    this.people = people;
    this.screen = screen;
    this.confirmations = confirmations;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, WELCOME, context -> notice(context, 200, "welcome"));
    table.on(HttpMethod.GET, WAITING, this::waiting);
    table.on(HttpMethod.POST, WAITING + "/code", form(this::code));
    table.on(HttpMethod.POST, WAITING + "/mail", form(this::again));
    table.on(HttpMethod.GET, CONFIRM, this::opened);
    table.on(HttpMethod.POST, CONFIRM, form(this::confirm));
  }

  @FunctionalInterface
  private interface Handling {
    Answer of(RoutingContext context, FormFields fields);
  }

  /** What a form is answered with. */
  private sealed interface Answer {
    record Page(int status, View view) implements Answer {}

    record Elsewhere(String location) implements Answer {}
  }

  private Handler<RoutingContext> form(Handling handling) {
    return context ->
        FormFields.read(
            context.request(), fields -> answer(context, () -> handling.of(context, fields)));
  }

  private void answer(RoutingContext context, Callable<Answer> work) {
    people
        .workers(context.vertx())
        .executeBlocking(work, false)
        .onSuccess(
            answer -> {
              switch (answer) {
                case Answer.Page(int status, View view) -> pages.show(context, status, view);
                case Answer.Elsewhere(String location) ->
                    Answers.seeOther(context.request(), location);
              }
            })
        .onFailure(failure -> notice(context, 503, "busy"));
  }

  private void notice(RoutingContext context, int status, String word) {
    pages.show(context, status, new NoticeView(Frame.of(context.request()), word));
  }

  private static Answer page(RoutingContext context, int status, String word) {
    return new Answer.Page(status, new NoticeView(Frame.of(context.request()), word));
  }

  private void waiting(RoutingContext context) {
    Frame frame = Frame.of(context.request());
    answer(
        context,
        () ->
            known(context)
                .map(
                    waiting ->
                        waiting.confirmed()
                            ? new Answer.Elsewhere(WELCOME)
                            : waitingPage(frame, waiting, "", false, 200))
                .orElseGet(() -> new Answer.Elsewhere("/")));
  }

  private Optional<Waiting> known(RoutingContext context) {
    return Optional.ofNullable(screen.of(context.request()))
        .flatMap(confirmations::waiting)
        .filter(waiting -> waiting.live());
  }

  private static Answer waitingPage(
      Frame frame, Waiting waiting, String error, boolean again, int status) {
    return new Answer.Page(
        status, new WaitingView(frame, waiting.address(), waiting.number(), error, again));
  }

  private Answer code(RoutingContext context, FormFields fields) {
    Optional<Waiting> known = known(context);
    if (known.isEmpty()) {
      return page(context, 410, "gone");
    }
    Frame frame = Frame.of(Frame.of(context.request()).language(), WAITING);
    return switch (confirmations.confirm(known.get().id(), digits(fields))) {
      case Confirmed.Wrong(int left) ->
          waitingPage(frame, known.get(), wrongCode(frame, left), false, 422);
      case Confirmed other -> outcome(context, other);
    };
  }

  private static String wrongCode(Frame frame, int left) {
    return Texts.in(frame.language()).get("code_wrong", left);
  }

  /** People write codes in groups. */
  private static String digits(FormFields fields) {
    return fields.value("code").replaceAll("[\\s-]", "");
  }

  private Answer again(RoutingContext context, FormFields fields) {
    Optional<Waiting> known = known(context);
    if (known.isEmpty() || people.asksTooMuch(context.request())) {
      return known.isEmpty() ? page(context, 410, "gone") : page(context, 429, "busy");
    }
    confirmations.sendAgain(known.get().id());
    Frame frame = Frame.of(Frame.of(context.request()).language(), WAITING);
    return waitingPage(frame, known.get(), "", true, 200);
  }

  /** What the link leads to. The secret is behind the #, which no browser sends and no log has. */
  private void opened(RoutingContext context) {
    String id = context.request().getParam("registration");
    pages.show(
        context,
        200,
        new ConfirmView(
            Frame.of(context.request()), id == null ? "" : id, "", Optional.empty(), ""));
  }

  private Answer confirm(RoutingContext context, FormFields fields) {
    String link = fields.value("link");
    if (Secret.isOne(link)) {
      Secret secret = new Secret(link);
      return fields.value("press").equals("yes")
          ? outcome(
              context, confirmations.confirm(secret, screen.of(context.request()), number(fields)))
          : show(context, secret);
    }
    Optional<UUID> id = OperatorCall.uuid(fields.value("registration"));
    if (id.isEmpty()) {
      return page(context, 410, "gone");
    }
    return switch (confirmations.confirm(id.get(), digits(fields))) {
      case Confirmed.Wrong(int left) -> wrong(context, id.get(), left);
      case Confirmed other -> outcome(context, other);
    };
  }

  private static @Nullable Integer number(FormFields fields) {
    String number = fields.value("number");
    return number.matches("\\d{2}") ? Integer.valueOf(number) : null;
  }

  private Answer show(RoutingContext context, Secret link) {
    Frame frame = Frame.of(context.request());
    Optional<Shown> shown = confirmations.show(link, screen.of(context.request()));
    return shown.isEmpty()
        ? page(context, 410, "gone")
        : new Answer.Page(200, new ConfirmView(frame, "", link.value(), shown, ""));
  }

  private static Answer wrong(RoutingContext context, UUID id, int left) {
    Frame frame = Frame.of(context.request());
    return new Answer.Page(
        422, new ConfirmView(frame, id.toString(), "", Optional.empty(), wrongCode(frame, left)));
  }

  private static Answer outcome(RoutingContext context, Confirmed confirmed) {
    return switch (confirmed) {
      case Confirmed.Registered registered -> new Answer.Elsewhere(WELCOME);
      case Confirmed.AddressTaken taken -> page(context, 409, "known");
      case Confirmed.Wrong wrong -> page(context, 422, "gone");
      case Confirmed.Gone gone -> page(context, 410, "gone");
    };
  }
}
