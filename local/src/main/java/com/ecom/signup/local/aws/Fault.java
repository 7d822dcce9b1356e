package com.ecom.signup.local.aws;

import java.time.Duration;
import java.util.function.Predicate;

/** What a test can make a service do wrong. */
public sealed interface Fault {

  /** The request is refused as a whole and has no effect. */
  record Refusal(int status, String code, String message) implements Fault {}

  /** The request is served, late. */
  record Delay(Duration time) implements Fault {}

  /** The request takes effect, but the connection breaks before the answer. */
  record LostAnswer() implements Fault {}

  /**
   * Messages that match fail at SNS, the others of the batch succeed.
   *
   * @param senderFault whether the answer blames the sender, so that trying again is useless
   */
  record FailedMessages(Predicate<String> message, String code, boolean senderFault)
      implements Fault {}

  /**
   * Requests with a message that matches are refused as a whole, and others are served: what AWS
   * does with a message that it cannot make sense of.
   *
   * @param message for SNS its body, for SES the address of each recipient
   */
  record RefusedRequests(Predicate<String> message, int status, String code) implements Fault {}

  /** As AWS answers when it is down: 500, which the SDK tries again. */
  static Fault outage() {
    return new Refusal(500, "InternalFailure", "The request failed because of an unknown error.");
  }

  /** As AWS answers above the account's rate: 400 with a code that the SDK backs off from. */
  static Fault throttling() {
    return new Refusal(400, "Throttling", "Rate exceeded");
  }

  /** As SES answers above the account's rate, where SNS does {@link #throttling()}. */
  static Fault tooManyRequests() {
    return new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
  }

  /** As SES answers for a mail that it will never send, and others are sent. */
  static Fault rejectedMails(Predicate<String> recipient) {
    return new RefusedRequests(recipient, 400, "MessageRejected");
  }

  /** As AWS answers when the task's role lacks the permission. */
  static Fault denial() {
    return new Refusal(403, "AuthorizationError", "The role is not authorized to do this.");
  }

  static Fault delay(Duration time) {
    return new Delay(time);
  }

  static Fault lostAnswer() {
    return new LostAnswer();
  }

  /** Fails messages that match with an error of AWS' own, as one overloaded partition does. */
  static Fault failedMessages(Predicate<String> message) {
    return new FailedMessages(message, "InternalError", false);
  }
}
