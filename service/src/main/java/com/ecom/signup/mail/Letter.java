package com.ecom.signup.mail;

/**
 * What a mail says, as text and as HTML.
 *
 * @param kind by which such mails to one address are counted
 * @param subject without personal data
 */
public record Letter(String kind, String subject, String text, String html) {
  @Override
  public String toString() {
    return "Letter[***]";
  }
}
