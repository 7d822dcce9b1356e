package com.ecom.signup;

import com.ecom.signup.local.aws.Mail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people find in their mailbox. */
public final class Mailbox {
  private static final Pattern LINK = Pattern.compile("(http\\S+/confirm\\S*)#([A-Za-z0-9_-]{43})");
  private static final Pattern CODE = Pattern.compile("(?m)^(\\d{8})$");

  private final Stage stage;
  private final String address;

  public Mailbox(Stage stage, String address) {
    this.stage = stage;
    this.address = address;
  }

  /** All mails so far. */
  public List<Mail> mails() {
    return stage.aws().mails().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  /** The mail of this number, from 1, once it is there. */
  public Mail await(int number) {
    Poll.until(
        () -> "mail " + number + " is there, of " + mails().size(),
        Duration.ofSeconds(20),
        () -> mails().size() >= number);
    return mails().get(number - 1);
  }

  /** The address of the page that a mail leads to, without the secret. */
  public static String page(Mail mail) {
    return found(LINK, mail).group(1);
  }

  /** The secret of the link. */
  public static String secret(Mail mail) {
    return found(LINK, mail).group(2);
  }

  public static String code(Mail mail) {
    return found(CODE, mail).group(1);
  }

  private static Matcher found(Pattern pattern, Mail mail) {
    Matcher matcher = pattern.matcher(String.valueOf(mail.text()));
    if (!matcher.find()) {
      throw new AssertionError("the mail has no " + pattern + ":\n" + mail.text());
    }
    return matcher;
  }
}
