package com.ecom.signup.account;

import com.ecom.signup.account.AccessTable.Access;
import com.ecom.signup.account.AccessTable.Kind;
import com.ecom.signup.environment.Environment;
import com.ecom.signup.mail.Letter;
import com.ecom.signup.mail.Mail;
import com.ecom.signup.template.Templates;
import com.ecom.signup.template.Texts;
import com.ecom.signup.token.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What letters about an account are written on. */
@Singleton
final class Stationery {
  private final Environment environment;
  private final RandomGenerator random;

  Stationery(Environment environment, RandomGenerator random) {
    this.environment = environment;
    this.random = random;
  }

  /** What the templates are filled with. */
  record Model(String firstName, String link, String code) {
    @Override
    public String toString() {
      return "Model[***]";
    }
  }

  /**
   * What a letter leads to.
   *
   * @param kind what the secret of its link is good for
   * @param time how long it is
   * @param template name of the letter, and part of the key of its subject
   * @param path of the page
   */
  record Link(Kind kind, Duration time, String template, String path) {}

  /** A letter with a new secret, whose hash is stored. */
  Letter withLink(Connection connection, Mail mail, @Nullable String name, Link link, Access access)
      throws SQLException {
    Secret secret = Secret.random(random);
    AccessTable.add(connection, secret, link.kind(), access, link.time());
    return letter(mail, link.template(), name, link.path(), secret);
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
