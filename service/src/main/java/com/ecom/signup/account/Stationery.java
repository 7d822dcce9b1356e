package com.ecom.signup.account;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.template.Templates;
import com.ecom.signup.template.Texts;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What letters about an account are written on. */
@Singleton
final class Stationery {
  private final Environment environment;

  Stationery(Environment environment) {
    this.environment = environment;
  }

  /** What the templates are filled with. */
  record Model(String firstName, String link, String code) {
    @Override
    public String toString() {
      return "Model[***]";
    }
  }

  /**
   * A letter.
   *
   * @param template its name, and part of the key of its subject
   * @param path of the page that it leads to
   * @param secret goes behind the # of the link, and stands in the letter too
   */
  Letter letter(
      Mail mail, String template, @Nullable String name, String path, @Nullable Secret secret) {
    String page =
        environment.correspondence().orElseThrow().page(path + "?lang=" + mail.language().code());
    Model model =
        secret == null
            ? new Model(String.valueOf(name), page, "")
            : new Model(String.valueOf(name), page + "#" + secret.value(), secret.value());
    return new Letter(
        mail.kind(),
        Texts.in(mail.language()).get("mail_" + template + "_subject"),
        Templates.render("mails/" + template + ".txt", mail.language(), model),
        Templates.render("mails/" + template + ".html", mail.language(), model));
  }
}
