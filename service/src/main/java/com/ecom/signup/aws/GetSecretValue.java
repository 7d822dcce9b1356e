package com.ecom.signup.aws;

import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Asks for a secret.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
final class GetSecretValue {
  private static final Map<String, String> HEADERS =
      Map.of("X-Amz-Target", "secretsmanager.GetSecretValue");

  private GetSecretValue() {}

  /**
   * @param secret its name or ARN
   * @param stage the label of the version wanted
   */
  static AwsRequest of(String secret, String stage) {
    return new AwsRequest(
        "/",
        HEADERS,
        Json.written(
            json -> {
              json.writeStartObject();
              json.writeStringField("SecretId", secret);
              json.writeStringField("VersionStage", stage);
              json.writeEndObject();
            }));
  }

  /**
   * The secret that is answered.
   *
   * @throws SdkClientException if there is none
   */
  static String answered(byte[] answer) {
    return Json.text(answer, "SecretString");
  }
}
