package com.ecom.signup.mail;

/** Takes mails to their recipients. */
public interface MailServer {
  /** Whether it is the one that the settings name. */
  boolean isChosen();

  /**
   * Sends one mail, from the address that the settings name.
   *
   * @return the server's name for it
   * @throws MailRefusedException if it refuses this mail, and would again
   * @throws MailUnavailableException if it may take the same mail later
   */
  String send(String address, Letter letter);
}
