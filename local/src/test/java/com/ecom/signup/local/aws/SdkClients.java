package com.ecom.signup.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** The clients that the service uses, without retries, so that each answer is seen. */
final class SdkClients {

  private SdkClients() {}

  static SnsClient sns(AwsStandIn aws) {
    return pointed(SnsClient.builder(), aws.endpoint()).build();
  }

  static SecretsManagerClient secretsManager(AwsStandIn aws) {
    return pointed(SecretsManagerClient.builder(), aws.endpoint()).build();
  }

  static SesV2Client ses(AwsStandIn aws) {
    return pointed(SesV2Client.builder(), aws.endpoint()).build();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B pointed(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
