package com.ecom.signup.local.aws;

/** An error that AWS documents; without a stack trace, because it is an answer and not a defect. */
final class AwsError extends RuntimeException {

  private final int status;
  private final String code;
  private final String reason;

  AwsError(int status, String code, String reason) {
    super(code + ": " + reason, null, false, false);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  static AwsError invalidParameter(String reason) {
    return new AwsError(400, "InvalidParameter", "Invalid parameter: " + reason);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }

  boolean sendersFault() {
    return status < 500;
  }
}
