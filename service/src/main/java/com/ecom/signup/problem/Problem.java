package com.ecom.signup.problem;

import java.util.Locale;

/**
 * A kind of problem (RFC 9457). Its name is its code, which stays as it is: programs rely on it.
 * Its page at {@link #type()} says what it means and what to do.
 */
public enum Problem {
  MALFORMED_JSON(
      400,
      "The body is not JSON",
      "The body of the request cannot be read as a JSON object.",
      "Correct the body where the detail points to, and send it again."),
  IDEMPOTENCY_KEY_INVALID(
      400,
      "The idempotency key has no valid form",
      "The header Idempotency-Key is there more than once, or is not of 1 to 255 visible ASCII"
          + " characters, with or without quotes around them.",
      "Send one key, best a random UUID, as in Idempotency-Key:"
          + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\"."),
  OPERATOR_TOKEN_REQUIRED(
      401,
      "An operator's token is required",
      "The route is for operators, and the request has no token, or a wrong one.",
      "Send Authorization: Bearer and the token that the service was started with as"
          + " OPERATOR_TOKEN."),
  OPERATOR_ACCESS_CLOSED(
      403,
      "Access for operators is closed",
      "The route is for operators, and the service was started without a token for them.",
      "Start the service with OPERATOR_TOKEN."),
  NOT_FOUND(
      404,
      "There is nothing here",
      "No route has this path.",
      "Look the path up in the documentation at /docs."),
  CUSTOMER_UNKNOWN(404, "There is no such customer", "No customer has this id.", "Check the id."),
  EVENT_UNKNOWN(
      404,
      "There is no such event",
      "No event has this id. An id is that of the customer, a colon, and the sequence.",
      "List the events of the customer at /v1/customers/{id}/events."),
  REPLAY_UNKNOWN(
      404, "There is no such replay", "No replay has this id.", "List them at /v1/replays."),
  METHOD_NOT_ALLOWED(
      405,
      "The path has no such method",
      "The path is known, but not with this method.",
      "Use one of the methods that the header Allow names."),
  ADDRESS_REGISTERED(
      409,
      "The address is registered",
      "The address belongs to a customer already. Nothing was changed.",
      "Sign the customer in, or register another address."),
  IDEMPOTENCY_KEY_IN_PROGRESS(
      409,
      "The first request with this key is under way",
      "A request with the same idempotency key has not been answered yet.",
      "Wait for as long as the header Retry-After says, and send the same again."),
  EVENT_DELIVERED(
      409,
      "The event is delivered",
      "An event that the topic has can be sent again only by a replay.",
      "Order a replay for the customer at /v1/replays."),
  EVENT_NOT_PARKED(
      409,
      "The event is not parked",
      "Only parked events can be discarded.",
      "Look at its status at /v1/customers/{id}/events."),
  REPLAY_ENDED(
      409,
      "The replay has ended",
      "It was finished or cancelled before.",
      "Order another one if events are to be sent again."),
  RECONCILIATION_UNDER_WAY(
      409,
      "A reconciliation is under way",
      "Only one runs at a time.",
      "Wait for it to end, as /v1/reconciliations shows, and send the same again."),
  BODY_TOO_LARGE(
      413, "The body is too large", "The body of the request is larger than 64 KiB.", "Send less."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body is of another type than JSON",
      "The route reads JSON only.",
      "Send Content-Type: application/json."),
  VALIDATION_FAILED(
      422,
      "Some value is not valid",
      "Each error names a value by its place, the rule that it breaks, and what is expected."
          + " Nothing was stored.",
      "Correct every value that is named, and send the request again."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The idempotency key was used for another request",
      "The key was used before, within its time, with other values in the body.",
      "Use a new key for each new request, and the same key only to repeat one."),
  INTERNAL_ERROR(
      500,
      "Something went wrong here",
      "The fault is the service's, and it has been logged.",
      "Send the same request again later; with the same idempotency key, nothing happens twice."),
  BUSY(
      503,
      "The service is busy",
      "The request could not be carried out in time; whether it was is not known.",
      "Wait for as long as the header Retry-After says, and send the same again, with the same"
          + " idempotency key.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;

  Problem(int status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The name of the problem for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A reference to its page, relative to the address of the request. */
  public String type() {
    return "/problems/" + code();
  }

  /** The status of HTTP that it is answered with. */
  public int status() {
    return status;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }

  /** What has happened. */
  public String meaning() {
    return meaning;
  }

  /** What the caller can do about it. */
  public String remedy() {
    return remedy;
  }
}
