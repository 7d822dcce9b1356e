package com.ecom.signup.http;

import com.ecom.signup.account.Accounts;
import com.ecom.signup.account.ConsentChanges;
import com.ecom.signup.account.Corrections;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.template.Language;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the links of mails about an account lead to: to open one changes nothing, a press does. */
@Singleton
final class AccountLinkPages implements RouteSource {
  private static final String ACCOUNT = AccountPages.ACCOUNT;

  private final PageAnswers answers;
  private final Screen screen;
  private final Accounts accounts;
  private final Corrections corrections;
  private final ConsentChanges consents;

  AccountLinkPages(
      PageAnswers answers,
      Screen screen,
      Accounts accounts,
      Corrections corrections,
      ConsentChanges consents) {
    this.answers = answers;
    this.screen = screen;
    this.accounts = accounts;
    this.corrections = corrections;
    this.consents = consents;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, ACCOUNT + "/open", answers.page(context -> link(context, "open")));
    table.on(HttpMethod.POST, ACCOUNT + "/open", answers.form(this::open));
    table.on(
        HttpMethod.GET, ACCOUNT + "/address", answers.page(context -> link(context, "address")));
    table.on(HttpMethod.POST, ACCOUNT + "/address", answers.form(this::move));
    table.on(HttpMethod.GET, ACCOUNT + "/agree", answers.page(context -> link(context, "agree")));
    table.on(HttpMethod.POST, ACCOUNT + "/agree", answers.form(this::agree));
  }

  /** What a link of a mail leads to: it changes nothing. */
  private static Answer link(RoutingContext context, String word) {
    String path = ACCOUNT + "/" + word;
    return new Answer.Page(
        200, new LinkView(Frame.of(context.request()), word, path, "link", "", ""));
  }

  private Answer open(RoutingContext context, FormFields fields) {
    Optional<Secret> session = secret(fields).flatMap(accounts::open);
    if (session.isEmpty()) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    screen.open(context.request(), session.get());
    return new Answer.Elsewhere(ACCOUNT + "?lang=" + AccountPages.frame(context).language().code());
  }

  private static Optional<Secret> secret(FormFields fields) {
    String link = fields.value("link").strip();
    return Secret.isOne(link) ? Optional.of(new Secret(link)) : Optional.empty();
  }

  private Answer move(RoutingContext context, FormFields fields) {
    Language language = AccountPages.frame(context).language();
    Corrections.Moved moved =
        secret(fields).map(link -> corrections.move(link, language)).orElse(Corrections.Moved.GONE);
    return switch (moved) {
      case MOVED -> PageAnswers.notice(context, 200, "moved");
      case TAKEN -> PageAnswers.notice(context, 409, "known");
      case GONE -> PageAnswers.notice(context, 410, "link_gone");
    };
  }

  private Answer agree(RoutingContext context, FormFields fields) {
    return secret(fields).filter(consents::agree).isPresent()
        ? PageAnswers.notice(context, 200, "agreed")
        : PageAnswers.notice(context, 410, "link_gone");
  }
}
