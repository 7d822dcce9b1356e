package com.ecom.signup.aws;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Loopback;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What all clients of AWS have in common: region, stand-in, and bounded waits. */
final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final Duration CALL = Duration.ofSeconds(12);
  private static final StaticCredentialsProvider OF_STAND_IN =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private AwsClients() {}

  static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, Environment environment, ExecutionInterceptor... interceptors) {
    builder
        .region(Region.of(environment.region()))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(CALL)
                .executionInterceptors(List.of(interceptors))
                .build());
    environment.awsEndpoint().ifPresent(endpoint -> direct(builder, endpoint));
    return builder.build();
  }

  /** A stand-in on this machine checks no credentials, so none need be configured for it. */
  private static <B extends AwsClientBuilder<B, ?>> void direct(B builder, URI endpoint) {
    builder.endpointOverride(endpoint);
    if (Loopback.is(endpoint.getHost())) {
      builder.credentialsProvider(OF_STAND_IN);
    }
  }
}
