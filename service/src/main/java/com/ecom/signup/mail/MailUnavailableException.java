package com.ecom.signup.mail;

import org.jspecify.annotations.Nullable;

/** The server takes no mails just now; its message is a code, nothing personal. */
public final class MailUnavailableException extends RuntimeException {
  /**
   * @param reason a code, never a text that could hold the address
   */
  public MailUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
