package com.ecom.signup.page;

import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The pages alone, on a free port, with answers to registrations that a test decides on. */
final class PagesServer implements AutoCloseable {

  /** What the next registration is answered with. */
  record Answer(int status, String body, long delayMillis) {

    static final Answer REGISTERED = new Answer(200, "\"registration is successfull\"");

    Answer(int status, String body) {
      this(status, body, 1);
    }

    Answer after(long millis) {
      return new Answer(status, body, millis);
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final List<JsonObject> registrations = new CopyOnWriteArrayList<>();
  private final List<MultiMap> forms = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile UnaryOperator<SignUpView> shown = view -> view;
  private volatile Receiver receiver =
      (form, frame) -> new ProblemView(frame, List.of(Problem.NOT_FOUND));
  private volatile long delayMillis = 1;
  private volatile Answer answer = Answer.REGISTERED;

  PagesServer() {
    Router router = Router.router(vertx);
    var pages = new Pages();
    pages
        .files()
        .forEach((path, file) -> router.routeWithRegex(path.replace(".", "\\.")).handler(file));
    router.get("/").handler(context -> pages.signUp(context, view(Frame.of(context.request()))));
    router.post("/").handler(context -> receive(context, pages));
    router.route(HttpMethod.POST, "/customer-registration").handler(this::register);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** What a person gets, of what was sent. */
  interface Receiver {
    View receive(MultiMap form, Frame frame);
  }

  /** What is shown at first. */
  void shows(UnaryOperator<SignUpView> change) {
    shown = change;
  }

  /** What comes after a form that was sent. */
  void receives(Receiver next) {
    receiver = next;
  }

  /** The forms that were sent. */
  List<MultiMap> forms() {
    return forms;
  }

  private SignUpView view(Frame frame) {
    String consent = Wordings.current(Consents.MARKETING_EMAIL, frame.language().code()).text();
    return shown.apply(SignUpView.empty(frame, "a-ticket", 0, consent));
  }

  private void receive(RoutingContext context, Pages pages) {
    context.request().setExpectMultipart(true);
    context
        .request()
        .end()
        .onSuccess(
            ended -> {
              MultiMap form = context.request().formAttributes();
              forms.add(form);
              Frame frame = Frame.of(Language.of(form.get("lang")).orElseThrow(), "/");
              vertx.setTimer(
                  delayMillis, timer -> pages.show(context, 200, receiver.receive(form, frame)));
            });
  }

  /** Lets answers to forms take their time. */
  void takes(long millis) {
    delayMillis = millis;
  }

  String origin() {
    return "http://localhost:" + server.actualPort();
  }

  void answers(Answer next) {
    answer = next;
  }

  /** The bodies of the registrations that came. */
  List<JsonObject> registrations() {
    return registrations;
  }

  private void register(RoutingContext context) {
    Answer now = answer;
    context
        .request()
        .body()
        .onSuccess(
            body -> {
              registrations.add(body.toJsonObject());
              vertx.setTimer(now.delayMillis(), timer -> send(context, now));
            });
  }

  private static void send(RoutingContext context, Answer answer) {
    context.response().setStatusCode(answer.status()).putHeader("Content-Type", "application/json");
    if (answer.status() == 503) {
      context.response().putHeader("Retry-After", "7");
    }
    context.response().end(answer.body());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
