package com.ecom.signup.http;

import com.ecom.signup.confirmation.Shown;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/**
 * What a link of a mail leads to: the registration and a button, or, where no link came, a place
 * for the code.
 *
 * @param registration id that the link named; empty if it named none
 * @param link the secret of the link; empty if it is not known yet
 * @param error what is wrong with the code; empty if nothing is
 */
record ConfirmView(
    Frame frame, String registration, String link, Optional<Shown> shown, String error)
    implements View {
  /** The shop is Canadian, most of Canada lives by this time. */
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  @Override
  public String template() {
    return "confirm.html";
  }

  /** When it was made, for people. */
  public String time() {
    return shown
        .map(
            one ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(frame.language().locale())
                    .format(ZonedDateTime.ofInstant(one.at(), ZONE)))
        .orElse("");
  }

  @Override
  public String toString() {
    return "ConfirmView[***]";
  }
}
