package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Callers;
import com.ecom.signup.access.SignIn;
import com.ecom.signup.access.Staff;
import com.ecom.signup.audit.Action;
import com.ecom.signup.http.OperatorCookies.Kind;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way into the console and out of it: by the OpenID provider where there is one, or else by the
 * operator's token as a password.
 */
@Singleton
final class SignInPages implements RouteSource {
  private final Console console;
  private final Doorkeeper doorkeeper;
  private final OperatorCookies cookies;
  private final Optional<SignIn> provider;
  private final Callers callers;
  private final RandomGenerator random;

  SignInPages(
      Console console,
      Doorkeeper doorkeeper,
      OperatorCookies cookies,
      Staff staff,
      Callers callers,
      RandomGenerator random) {
    this.console = console;
    this.doorkeeper = doorkeeper;
    this.cookies = cookies;
    this.provider = staff.signIn();
    this.callers = callers;
    this.random = random;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, Console.LOGIN, context -> console.answer(context, () -> begin(context)));
    table.on(
        HttpMethod.POST,
        Console.LOGIN,
        context ->
            FormFields.read(
                context.request(),
                fields -> console.answer(context, () -> password(context, fields))));
    table.on(
        HttpMethod.GET, SignIn.CALLBACK, context -> console.answer(context, () -> finish(context)));
    table.on(
        HttpMethod.POST,
        "/console/logout",
        context ->
            FormFields.read(
                context.request(), fields -> console.answer(context, () -> leave(context))));
  }

  private Answer begin(RoutingContext context) {
    if (provider.isEmpty()) {
      return new Answer.Page(200, new SignInView(Frame.of(context.request()), false));
    }
    Secret attempt = Secret.random(random);
    String address = provider.get().address(attempt);
    cookies.write(context.request(), Kind.ATTEMPT, attempt);
    return new Answer.Elsewhere(address);
  }

  private Answer password(RoutingContext context, FormFields fields) {
    if (doorkeeper.isTriedTooOften(context.request())) {
      return PageAnswers.notice(context, 429, "busy");
    }
    Optional<Caller> caller =
        provider.isPresent() ? Optional.empty() : callers.operator(fields.value("password"));
    if (caller.isEmpty()) {
      doorkeeper.refuse();
      return new Answer.Page(403, new SignInView(Frame.of(context.request()), true));
    }
    return open(context, caller.get());
  }

  /** Whoever comes back with what their browser did not set out with is nobody. */
  private Answer finish(RoutingContext context) {
    HttpServerRequest request = context.request();
    Secret attempt = cookies.read(request, Kind.ATTEMPT);
    cookies.remove(request, Kind.ATTEMPT);
    String state = Objects.requireNonNullElse(request.getParam("state"), "");
    String code = Objects.requireNonNullElse(request.getParam("code"), "");
    Optional<Caller> caller =
        attempt == null || code.isEmpty()
            ? Optional.empty()
            : provider.flatMap(known -> known.finish(attempt, state, code));
    if (caller.isEmpty()) {
      doorkeeper.refuse();
      return PageAnswers.notice(context, 403, "stranger");
    }
    if (caller.get().permissions().isEmpty()) {
      doorkeeper.record(request, caller.get(), Action.SIGN_IN_REFUSED);
      return PageAnswers.notice(context, 403, "denied");
    }
    return open(context, caller.get());
  }

  /** A new secret each time, so that none that was there before becomes good. */
  private Answer open(RoutingContext context, Caller caller) {
    HttpServerRequest request = context.request();
    cookies.write(request, Kind.SESSION, doorkeeper.open(request, caller));
    cookies.remove(request, Kind.REASON);
    return new Answer.Elsewhere(ConsoleHome.PATH);
  }

  private Answer leave(RoutingContext context) {
    HttpServerRequest request = context.request();
    Secret session = cookies.read(request, Kind.SESSION);
    if (session != null) {
      doorkeeper.end(request, session);
    }
    cookies.remove(request, Kind.SESSION);
    cookies.remove(request, Kind.REASON);
    String leaving = provider.flatMap(SignIn::leaving).orElse("");
    Frame frame = Frame.of(Frame.of(request).language(), Console.LOGIN);
    return new Answer.Page(200, new SignedOutView(frame, leaving));
  }
}
