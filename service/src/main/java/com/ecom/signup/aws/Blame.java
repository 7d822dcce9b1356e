package com.ecom.signup.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;

/** Who is to blame when SNS refuses a whole request (Amazon SNS API Reference, PublishBatch). */
enum Blame {
  /** One of the messages: the same is refused again, whenever it comes. */
  MESSAGE,
  /** The topic, the permission or the service: any other message would be refused too. */
  TOPIC,
  /** A refusal that says neither. */
  UNCLEAR;

  private static final int BAD_REQUEST = 400;

  private static final Set<String> OF_MESSAGE =
      Set.of(
          "InvalidParameter",
          "InvalidParameterValue",
          "ParameterValueInvalid",
          "ValidationError",
          "BatchRequestTooLong");

  static Blame of(SdkException failure) {
    if (!(failure instanceof AwsServiceException answered)
        || answered.statusCode() != BAD_REQUEST
        || RetryUtils.isThrottlingException(failure)
        || RetryUtils.isClockSkewException(failure)) {
      return TOPIC;
    }
    String code = ErrorCode.of(failure);
    if (code.startsWith("KMS") || saysTopic(answered)) {
      return TOPIC;
    }
    return OF_MESSAGE.contains(code) ? MESSAGE : UNCLEAR;
  }

  /** "Invalid parameter: TopicArn Reason: ...", as for a topic of another region. */
  private static boolean saysTopic(AwsServiceException answered) {
    return answered.awsErrorDetails() != null
        && String.valueOf(answered.awsErrorDetails().errorMessage()).contains("TopicArn");
  }
}
