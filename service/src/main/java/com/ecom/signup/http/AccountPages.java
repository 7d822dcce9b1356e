package com.ecom.signup.http;

import com.ecom.signup.account.Accounts;
import com.ecom.signup.account.Accounts.Account;
import com.ecom.signup.account.ConsentChanges;
import com.ecom.signup.account.Corrections;
import com.ecom.signup.account.Corrections.Changed;
import com.ecom.signup.consent.Consents;
import com.ecom.signup.consent.Wordings;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Field;
import com.ecom.signup.customer.Parsed;
import com.ecom.signup.customer.Rule;
import com.ecom.signup.customer.Violation;
import com.ecom.signup.http.PageAnswers.Answer;
import com.ecom.signup.page.FieldError;
import com.ecom.signup.page.Frame;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page on which people see and correct what is known of them. */
@Singleton
final class AccountPages implements RouteSource {
  /** Where somebody finds what is known of them. */
  static final String ACCOUNT = "/account";

  private final PageAnswers answers;
  private final People people;
  private final Screen screen;
  private final Accounts accounts;
  private final Corrections corrections;
  private final ConsentChanges consents;

  AccountPages(
      PageAnswers answers,
      People people,
      Screen screen,
      Accounts accounts,
      Corrections corrections,
      ConsentChanges consents) {
    this.answers = answers;
    this.people = people;
    this.screen = screen;
    this.accounts = accounts;
    this.corrections = corrections;
    this.consents = consents;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(HttpMethod.GET, ACCOUNT, answers.page(this::show));
    table.on(HttpMethod.POST, ACCOUNT, answers.form(this::change));
    table.on(HttpMethod.POST, ACCOUNT + "/ask", answers.form(this::ask));
    table.on(HttpMethod.POST, ACCOUNT + "/news", answers.form(this::news));
  }

  private Optional<UUID> customer(RoutingContext context) {
    return accounts.of(screen.account(context.request()));
  }

  /** That of a page which is not asked for by {@code GET} at its own path. */
  static Frame frame(RoutingContext context) {
    return Frame.of(Frame.of(context.request()).language(), ACCOUNT);
  }

  private Answer show(RoutingContext context) {
    return show(context, "");
  }

  private Answer show(RoutingContext context, String notice) {
    Optional<Account> account = customer(context).flatMap(accounts::show);
    return account.isEmpty()
        ? ask(context, 200, "", "")
        : new Answer.Page(
            200,
            view(
                context, values(account.get().profile().form()), account.get(), List.of(), notice));
  }

  private static AccountView view(
      RoutingContext context,
      Map<String, String> values,
      Account account,
      List<FieldError> errors,
      String notice) {
    Frame frame = frame(context);
    return new AccountView(
        frame,
        values,
        errors,
        notice,
        account.advertised(),
        Wordings.current(Consents.MARKETING_EMAIL, frame.language().code()).text());
  }

  private static Map<String, String> values(CustomerForm form) {
    Map<String, String> values = new HashMap<>();
    for (Field field : Field.values()) {
      values.put(field.key(), form.value(field));
    }
    return values;
  }

  private static Answer ask(RoutingContext context, int status, String typed, String error) {
    return new Answer.Page(
        status,
        new LinkView(frame(context), "ask", ACCOUNT + "/ask", Field.EMAIL_ID.key(), typed, error));
  }

  /** The answer is the same whoever's address it is. */
  private Answer ask(RoutingContext context, FormFields fields) {
    Language language = frame(context).language();
    String typed = fields.value(Field.EMAIL_ID.key());
    if (people.asksTooMuch(context.request())) {
      return PageAnswers.notice(context, 429, "busy");
    }
    return switch (EmailAddress.parse(typed)) {
      case Parsed.Broken<EmailAddress>(Rule rule) ->
          ask(context, 422, typed, RuleTexts.message(rule.brokenBy(Field.EMAIL_ID), language));
      case Parsed.Valid<EmailAddress>(EmailAddress address) -> {
        accounts.ask(address, language);
        yield PageAnswers.notice(context, 200, "asked");
      }
    };
  }

  private Answer change(RoutingContext context, FormFields fields) {
    Optional<UUID> customer = customer(context);
    Optional<Account> account = customer.flatMap(accounts::show);
    if (account.isEmpty()) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    Language language = frame(context).language();
    return switch (corrections.change(customer.get(), Submission.form(fields), language)) {
      case Changed.Done(boolean asked) ->
          show(context, Texts.in(language).get(asked ? "account_address_asked" : "account_saved"));
      case Changed.Refused(List<Violation> violations) ->
          new Answer.Page(
              422, view(context, fields.values(), account.get(), errors(violations, language), ""));
      case Changed.Gone gone -> PageAnswers.notice(context, 410, "link_gone");
    };
  }

  private static List<FieldError> errors(List<Violation> violations, Language language) {
    return violations.stream()
        .map(
            violation ->
                new FieldError(violation.field().key(), RuleTexts.message(violation, language)))
        .toList();
  }

  private Answer news(RoutingContext context, FormFields fields) {
    Optional<UUID> customer = customer(context);
    if (customer.isEmpty()) {
      return PageAnswers.notice(context, 410, "link_gone");
    }
    Language language = frame(context).language();
    consents.advertise(customer.get(), fields.value("news").equals("yes"), language);
    return show(context, Texts.in(language).get("account_saved"));
  }
}
