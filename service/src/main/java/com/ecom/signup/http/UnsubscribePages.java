package com.ecom.signup.http;

import com.ecom.signup.account.ConsentChanges;
import com.ecom.signup.consent.UnsubscribeLinks;
import com.ecom.signup.consent.UnsubscribeTokens;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Unsubscribing: by a mail program, which posts without cookies and without asking (RFC 8058), or
 * by a person, who presses once. To open the link changes nothing.
 */
@Singleton
final class UnsubscribePages implements RouteSource {
  private static final String PATH = "/unsubscribe";

  private final PageAnswers answers;
  private final ConsentChanges consents;
  private final UnsubscribeLinks links;

  UnsubscribePages(PageAnswers answers, ConsentChanges consents, UnsubscribeLinks links) {
    this.answers = answers;
    this.consents = consents;
    this.links = links;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, PATH, answers.page(this::show));
    table.on(HttpMethod.POST, PATH, this::post);
  }

  private static String token(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.getParam("token"), "");
  }

  private Answer show(RoutingContext context) {
    String token = token(context.request());
    if (links.read(token).isEmpty()) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    Language language = Frame.of(context.request()).language();
    Frame frame = new Frame(language, address(language.other(), token));
    return new Answer.Page(
        200, new LinkView(frame, "unsubscribe", address(language, token), "", "", ""));
  }

  private static String address(Language language, String token) {
    return "%s?lang=%s&token=%s"
        .formatted(PATH, language.code(), URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  /** The token alone says who it is: another's page that has it can do no more than the mail. */
  private void post(RoutingContext context) {
    BodyReader.read(
        context.request(), (bytes, whole) -> answers.page(this::unsubscribe).handle(context));
  }

  private Answer unsubscribe(RoutingContext context) {
    Optional<UnsubscribeTokens.Target> target = links.read(token(context.request()));
    if (target.isEmpty()) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    consents.unsubscribe(target.get().customerId());
    return PageAnswers.notice(context, 200, "unsubscribed");
  }
}
