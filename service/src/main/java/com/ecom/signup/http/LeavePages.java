package com.ecom.signup.http;

import com.ecom.signup.account.Accounts;
import com.ecom.signup.erasure.Erasures;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.Frame;
import com.ecom.signup.token.Secret;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** How people leave: this browser, or for good. */
@Singleton
final class LeavePages implements RouteSource {
  private static final String LEAVE = AccountPages.ACCOUNT + "/leave";
  private static final String ERASE = AccountPages.ACCOUNT + "/erase";

  private final PageAnswers answers;
  private final Screen screen;
  private final Accounts accounts;
  private final Erasures erasures;

  LeavePages(PageAnswers answers, Screen screen, Accounts accounts, Erasures erasures) {
    this.answers = answers;
    this.screen = screen;
    this.accounts = accounts;
    this.erasures = erasures;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, ERASE, answers.page(this::askErasure));
    table.on(HttpMethod.POST, ERASE, answers.form(this::erase));
    table.on(HttpMethod.POST, LEAVE, answers.form(this::leave));
  }

  private Optional<UUID> customer(RoutingContext context) {
    return accounts.of(screen.account(context.request()));
  }

  private Answer askErasure(RoutingContext context) {
    return customer(context).isEmpty()
        ? PageAnswers.notice(context, 410, "link_gone")
        : new Answer.Page(
            200, new LinkView(Frame.of(context.request()), "erase", ERASE, "", "", ""));
  }

  private Answer erase(RoutingContext context, FormFields fields) {
    Optional<UUID> customer = customer(context);
    if (customer.isEmpty() || !erasures.erase(customer.get())) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    screen.close(context.request());
    return PageAnswers.notice(context, 200, "erased");
  }

  private Answer leave(RoutingContext context, FormFields fields) {
    Secret session = screen.account(context.request());
    if (session != null) {
      accounts.leave(session);
    }
    screen.close(context.request());
    return new Answer.Elsewhere("/");
  }
}
