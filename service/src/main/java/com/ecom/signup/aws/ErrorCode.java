package com.ecom.signup.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong with a call, in a word that is safe to log. */
final class ErrorCode {
  private ErrorCode() {}

  /** The code that AWS answered with, or the kind of failure when there was no answer. */
  static String of(SdkException failure) {
    if (!(failure instanceof AwsServiceException answered)) {
      return failure.getClass().getSimpleName();
    }
    AwsErrorDetails details = answered.awsErrorDetails();
    return details == null ? "" : details.errorCode();
  }
}
