package com.ecom.signup.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.signup.environment.Environment;
import com.ecom.signup.environment.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.ClockSkew;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * A service of AWS. Its requests are written and its answers read here; credentials, signature,
 * retries, connections and exceptions are the SDK's. The SDK's own clients cost more than the rest
 * of a delivery, a sixth of the classes of an idle process, and start-up; decision 0026.
 */
final class AwsService {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final Duration CALL = Duration.ofSeconds(12);
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private final Protocol protocol;
  private final String signingName;
  private final String region;
  private final URI endpoint;
  private final Duration limit;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient client =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE).build();
  private final RetryStrategy retries = AwsRetryStrategy.standardRetryStrategy();
  private final Clock ownClock;
  private volatile Clock clock;

  /**
   * @param host the first part of the service's host name
   * @param signingName the service's name in signatures
   */
  AwsService(Protocol protocol, String host, String signingName, Environment environment) {
    this(
        protocol,
        signingName,
        environment.region(),
        environment.awsEndpoint().orElseGet(() -> Endpoints.of(host, environment.region())),
        CALL,
        Clock.systemUTC());
  }

  /**
   * @param limit to what a call takes with all its attempts
   */
  AwsService(
      Protocol protocol,
      String signingName,
      String region,
      URI endpoint,
      Duration limit,
      Clock clock) {
    this.protocol = protocol;
    this.signingName = signingName;
    this.region = region;
    this.endpoint = endpoint;
    this.limit = limit;
    this.ownClock = clock;
    this.clock = clock;
    // A stand-in on this machine checks no credentials, so none need be configured for it.
    this.credentials =
        Loopback.is(endpoint.getHost())
            ? StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))
            : DefaultCredentialsProvider.builder().build();
  }

  /**
   * Sends a request, once more after a failure that may pass.
   *
   * @return the body of the answer
   * @throws AwsServiceException if the service refuses the request
   * @throws SdkClientException if there is no answer
   */
  byte[] post(AwsRequest asked) {
    Deadline deadline = Deadline.in(limit);
    byte[] bytes = asked.body().getBytes(UTF_8);
    SdkHttpRequest request = request(asked);
    ContentStreamProvider body = ContentStreamProvider.fromByteArrayUnsafe(bytes);
    RetryToken token =
        retries.acquireInitialToken(AcquireInitialTokenRequest.create(signingName)).token();
    while (true) {
      try {
        byte[] answer = attempt(request, body, deadline);
        retries.recordSuccess(RecordSuccessRequest.create(token));
        return answer;
      } catch (SdkException e) {
        token = beforeNext(token, e, deadline);
      }
    }
  }

  /**
   * Says no length, which the connection tells by itself: told one before, it would send the body
   * in a stream, and wait a millisecond on each connection that is used again for its end.
   */
  private SdkHttpRequest request(AwsRequest asked) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .encodedPath(asked.path())
            .putHeader("Content-Type", protocol.contentType())
            .putHeader("User-Agent", "signup");
    asked.headers().forEach(request::putHeader);
    return request.build();
  }

  /**
   * Waits as long as the SDK's strategy says.
   *
   * @throws SdkException the failure, when there is no further attempt
   */
  private RetryToken beforeNext(RetryToken token, SdkException failure, Deadline deadline) {
    try {
      RefreshRetryTokenResponse next =
          retries.refreshRetryToken(
              RefreshRetryTokenRequest.builder().token(token).failure(failure).build());
      if (next.delay().compareTo(deadline.left()) > 0) {
        throw failure;
      }
      Thread.sleep(next.delay());
      return next.token();
    } catch (TokenAcquisitionFailedException e) {
      throw failure;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("interrupted before another attempt", failure);
    }
  }

  private byte[] attempt(SdkHttpRequest request, ContentStreamProvider body, Deadline deadline) {
    SignedRequest signed = signed(request, body);
    ExecutableHttpRequest attempt =
        client.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(body))
                .build());
    Future<?> end = deadline.whenOver(attempt::abort);
    try {
      HttpExecuteResponse answer = attempt.call();
      byte[] bytes = bytes(answer);
      if (!answer.httpResponse().isSuccessful()) {
        throw refusal(answer.httpResponse(), bytes);
      }
      return bytes;
    } catch (IOException e) {
      throw deadline.isOver()
          ? ApiCallTimeoutException.create(limit.toMillis())
          : SdkClientException.create("no answer from " + endpoint, e);
    } finally {
      end.cancel(false);
    }
  }

  private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider body) {
    return SIGNER.sign(
        SignRequest.builder(credentials.resolveCredentials())
            .request(request)
            .payload(body)
            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signingName)
            .putProperty(HttpSigner.SIGNING_CLOCK, clock)
            .build());
  }

  private static byte[] bytes(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return new byte[0];
    }
    try (InputStream body = answer.responseBody().get()) {
      byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
      if (bytes.length > LONGEST_ANSWER) {
        throw new IOException("longer than " + LONGEST_ANSWER + " bytes");
      }
      return bytes;
    }
  }

  /** A refusal for the time of the signature tells the right one, which counts from then on. */
  private AwsServiceException refusal(SdkHttpResponse answer, byte[] body) {
    AwsServiceException refusal =
        AwsServiceException.builder()
            .statusCode(answer.statusCode())
            .awsErrorDetails(protocol.error(answer, body))
            .build();
    if (RetryUtils.isClockSkewException(refusal)) {
      ClockSkew.getServerTime(answer)
          .ifPresent(
              time -> clock = Clock.offset(ownClock, Duration.between(ownClock.instant(), time)));
    }
    return refusal;
  }
}
