package com.ecom.signup.mail;

import org.jspecify.annotations.Nullable;

/** The server refuses a mail for what it is; its message is the server's code, nothing personal. */
public final class MailRefusedException extends RuntimeException {
  /**
   * @param reason a code, never a text that could hold the address
   */
  public MailRefusedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
