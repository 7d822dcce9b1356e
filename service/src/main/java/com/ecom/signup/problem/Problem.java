package com.ecom.signup.problem;

import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.util.Locale;

/**
 * A kind of problem (RFC 9457). Its name is its code, which stays as it is: programs rely on it.
 * Its page at {@link #type()} says what it means and what to do, in the words of the texts whose
 * keys begin with {@code problem_} and the name.
 */
public enum Problem {
  MALFORMED_JSON(400),
  IDEMPOTENCY_KEY_INVALID(400),
  REASON_REQUIRED(400),
  OPERATOR_TOKEN_REQUIRED(401),
  OPERATOR_ACCESS_CLOSED(403),
  PERMISSION_MISSING(403),
  NOT_FOUND(404),
  CUSTOMER_UNKNOWN(404),
  EVENT_UNKNOWN(404),
  REPLAY_UNKNOWN(404),
  IMPORT_UNKNOWN(404),
  REGISTRATION_UNKNOWN(404),
  DOMAIN_UNKNOWN(404),
  MERGE_UNKNOWN(404),
  ERASURE_UNKNOWN(404),
  KEY_UNKNOWN(404),
  METHOD_NOT_ALLOWED(405),
  ADDRESS_REGISTERED(409),
  IDEMPOTENCY_KEY_IN_PROGRESS(409),
  EVENT_DELIVERED(409),
  EVENT_NOT_PARKED(409),
  REPLAY_ENDED(409),
  RECONCILIATION_UNDER_WAY(409),
  CUSTOMER_NOT_ACTIVE(409),
  CUSTOMER_SUPERSEDED(409),
  MERGE_CLOSED(409),
  IMPORT_UNDER_WAY(409),
  IMPORT_ENDED(409),
  CUSTOMER_CHANGED(412),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  VALIDATION_FAILED(422),
  IDEMPOTENCY_KEY_REUSED(422),
  IMPORT_FILE_REFUSED(422),
  IMPORT_FILE_DIFFERS(422),
  VERSION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  INTERNAL_ERROR(500),
  BUSY(503);

  private final int status;

  Problem(int status) {
    this.status = status;
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
  public String title(Language language) {
    return text("title", language);
  }

  /** What has happened. */
  public String meaning(Language language) {
    return text("meaning", language);
  }

  /** What the caller can do about it. */
  public String remedy(Language language) {
    return text("remedy", language);
  }

  private String text(String part, Language language) {
    String key = "problem_" + name().toLowerCase(Locale.ROOT) + "_" + part;
    return Texts.in(language).get(key, "{id}");
  }
}
