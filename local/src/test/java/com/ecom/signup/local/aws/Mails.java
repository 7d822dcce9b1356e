package com.ecom.signup.local.aws;

import java.util.function.Consumer;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Requests to send a mail. */
final class Mails {

  private Mails() {}

  /** Complete, with both parts. */
  static SendEmailRequest.Builder aMail() {
    return SendEmailRequest.builder()
        .fromEmailAddress("shop@example.com")
        .destination(it -> it.toAddresses("ada@example.com"))
        .content(it -> it.simple(aMessage().build()));
  }

  static SendEmailRequest.Builder aMailTo(String address) {
    return aMail().destination(it -> it.toAddresses(address));
  }

  static SendEmailRequest.Builder aMailWith(Consumer<Message.Builder> change) {
    Message.Builder message = aMessage();
    change.accept(message);
    return aMail().content(it -> it.simple(message.build()));
  }

  static Content utf8(String data) {
    return Content.builder().data(data).charset("UTF-8").build();
  }

  private static Message.Builder aMessage() {
    return Message.builder()
        .subject(utf8("Welcome, Zoë"))
        .body(Body.builder().text(utf8("Hello")).html(utf8("<p>Hello</p>")).build());
  }
}
