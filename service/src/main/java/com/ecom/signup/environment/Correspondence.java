package com.ecom.signup.environment;

import java.net.URI;
import java.util.Optional;

/**
 * How people are written to.
 *
 * @param publicUrl where people find this service, without a slash at its end
 * @param from the sender, an address with or without a name before it
 * @param smtp the server that takes the mails; SES if there is none
 */
public record Correspondence(URI publicUrl, String from, Optional<URI> smtp) {
  static Optional<Correspondence> of(Settings settings) {
    if (!settings.has("PUBLIC_URL") || !settings.has("MAIL_FROM")) {
      return Optional.empty();
    }
    return Optional.of(
        new Correspondence(
            settings.uri("PUBLIC_URL", settings.required("PUBLIC_URL")),
            settings.required("MAIL_FROM"),
            settings.smtp("SMTP_URL")));
  }

  /** The address of a page. */
  public String page(String path) {
    return publicUrl.toString().replaceFirst("/+$", "") + path;
  }
}
