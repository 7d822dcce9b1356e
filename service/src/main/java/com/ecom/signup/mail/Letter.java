package com.ecom.signup.mail;

/** What a mail says, as text and as HTML, without personal data in its headers. */
public record Letter(String subject, String text, String html) {
  @Override
  public String toString() {
    return "Letter[***]";
  }
}
