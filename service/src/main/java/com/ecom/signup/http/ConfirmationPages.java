package com.ecom.signup.http;

import com.ecom.signup.confirmation.Confirmations;
import com.ecom.signup.confirmation.Confirmed;
import com.ecom.signup.confirmation.Shown;
import com.ecom.signup.confirmation.Waiting;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.template.Texts;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which somebody confirms an address: to open one changes nothing. */
@Singleton
final class ConfirmationPages implements RouteSource {
  private static final String CONFIRM = "/confirm";
  private static final String WAITING = WaitingView.PATH;
  private static final String WELCOME = "/welcome";

  private final PageAnswers answers;
  private final People people;
  private final Screen screen;
  private final Confirmations confirmations;
  private final ConfirmationCounts counts;

  ConfirmationPages(
      PageAnswers answers,
      People people,
      Screen screen,
      Confirmations confirmations,
      ConfirmationCounts counts) {
    this.counts = counts;
    this.answers = answers;
    this.people = people;
    this.screen = screen;
    this.confirmations = confirmations;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET,
        WELCOME,
        answers.page(context -> PageAnswers.notice(context, 200, "welcome")));
    table.on(HttpMethod.GET, WAITING, answers.page(this::waiting));
    table.on(HttpMethod.POST, WAITING + "/code", answers.form(this::code));
    table.on(HttpMethod.POST, WAITING + "/mail", answers.form(this::again));
    table.on(HttpMethod.GET, CONFIRM, answers.page(ConfirmationPages::opened));
    table.on(HttpMethod.POST, CONFIRM, answers.form(this::confirm));
  }

  private Answer waiting(RoutingContext context) {
    Optional<Waiting> known = known(context);
    if (known.isEmpty()) {
      return new Answer.Elsewhere("/");
    }
    return known.get().confirmed()
        ? new Answer.Elsewhere(WELCOME)
        : waitingPage(Frame.of(context.request()), known.get(), "", false, 200);
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
      return PageAnswers.notice(context, 410, "gone");
    }
    Frame frame = Frame.of(Frame.of(context.request()).language(), WAITING);
    return switch (counts.count(confirmations.confirm(known.get().id(), digits(fields)))) {
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
      return known.isEmpty()
          ? PageAnswers.notice(context, 410, "gone")
          : PageAnswers.notice(context, 429, "busy");
    }
    confirmations.sendAgain(known.get().id());
    Frame frame = Frame.of(Frame.of(context.request()).language(), WAITING);
    return waitingPage(frame, known.get(), "", true, 200);
  }

  /** What the link leads to. The secret is behind the #, which no browser sends and no log has. */
  private static Answer opened(RoutingContext context) {
    String id = context.request().getParam("registration");
    return new Answer.Page(
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
              context,
              counts.count(
                  confirmations.confirm(secret, screen.of(context.request()), number(fields))))
          : show(context, secret);
    }
    Optional<UUID> id = OperatorCall.uuid(fields.value("registration"));
    if (id.isEmpty()) {
      return PageAnswers.notice(context, 410, "gone");
    }
    return switch (counts.count(confirmations.confirm(id.get(), digits(fields)))) {
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
        ? PageAnswers.notice(context, 410, "gone")
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
      case Confirmed.AddressTaken taken -> PageAnswers.notice(context, 409, "known");
      case Confirmed.Wrong wrong -> PageAnswers.notice(context, 422, "gone");
      case Confirmed.Gone gone -> PageAnswers.notice(context, 410, "gone");
    };
  }
}
