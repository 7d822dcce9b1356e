package com.ecom.signup.page;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
  private final HttpServer server;
  private volatile Answer answer = Answer.REGISTERED;

  PagesServer() {
    Router router = Router.router(vertx);
    var pages = new Pages();
    pages
        .files()
        .forEach((path, file) -> router.routeWithRegex(path.replace(".", "\\.")).handler(file));
    router.get("/").handler(pages::signUp);
    router.head("/").handler(pages::signUp);
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
