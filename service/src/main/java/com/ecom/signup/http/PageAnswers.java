package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.page.View;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/**
 * Answers the forms of pages, off the event loop, since what they ask for waits for the database.
 */
@Singleton
final class PageAnswers {
  private final Pages pages;
  private final People people;

  PageAnswers(Pages pages, People people) {
    this.pages = pages;
    this.people = people;
  }

  /** What somebody is answered with. */
  sealed interface Answer {
    /** A page. */
    record Page(int status, View view) implements Answer {}

    /** Another address, to be asked by {@code GET}. */
    record Elsewhere(String location) implements Answer {}

    /** What script of a page asks for. */
    record Data(Reply reply) implements Answer {}

    /** A file to keep. */
    record File(Download download) implements Answer {}
  }

  /** What a form leads to. */
  @FunctionalInterface
  interface Handling {
    Answer of(RoutingContext context, FormFields fields);
  }

  /** What a page is made of. */
  @FunctionalInterface
  interface Showing {
    Answer of(RoutingContext context);
  }

  /** A route that takes a form of a page of this service. */
  Handler<RoutingContext> form(Handling handling) {
    return context ->
        FormFields.read(
            context.request(), fields -> answer(context, () -> handling.of(context, fields)));
  }

  /** A route that shows something. */
  Handler<RoutingContext> page(Showing showing) {
    return context -> answer(context, () -> showing.of(context));
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
                case Answer.Data(Reply reply) -> Answers.send(context.request(), reply);
                case Answer.File(Download download) ->
                    DownloadRoute.send(
                        people.workers(context.vertx()), context.request(), () -> download);
              }
            })
        .onFailure(
            failure ->
                pages.show(context, 503, new NoticeView(Frame.of(context.request()), "busy")));
  }

  /** A page that says one thing. */
  static Answer notice(RoutingContext context, int status, String word) {
    return new Answer.Page(status, new NoticeView(Frame.of(context.request()), word));
  }
}
