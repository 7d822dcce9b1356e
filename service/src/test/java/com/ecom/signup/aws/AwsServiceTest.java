package com.ecom.signup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Failures are told apart, and those that pass are not seen. */
final class AwsServiceTest {
  private static final AwsRequest ASKED = new AwsRequest("/", Map.of(), "a");
  private static final String TOO_LARGE = "x".repeat((1 << 20) + 1);

  @AutoClose private final Recorder recorder = Recorder.open();

  private AwsService service(Protocol protocol) {
    return service(protocol, Duration.ofSeconds(12));
  }

  private AwsService service(Protocol protocol, Duration limit) {
    return service(protocol, limit, Clock.systemUTC());
  }

  private AwsService service(Protocol protocol, Duration limit, Clock clock) {
    return new AwsService(protocol, "sns", "us-east-1", recorder.endpoint(), limit, clock);
  }

  @ParameterizedTest
  @CsvSource({"500, ServiceUnavailable", "503, ''", "400, Throttling", "429, ''"})
  void asksAgainAfterWhatPasses(int status, String code) {
    recorder.answer(
        status, "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>");
    recorder.answer(200, "answer");

    assertThat(service(Protocol.QUERY).post(ASKED)).asString().isEqualTo("answer");
    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void asksAgainWhenTheConnectionBreaks() {
    recorder.answer(exchange -> {});
    recorder.answer(200, "answer");

    assertThat(service(Protocol.QUERY).post(ASKED)).asString().isEqualTo("answer");
  }

  @Test
  void asksThreeTimesAtMost() {
    for (int i = 0; i < 4; i++) {
      recorder.answer(500, "");
    }

    assertThatExceptionOfType(AwsServiceException.class)
        .isThrownBy(() -> service(Protocol.QUERY).post(ASKED))
        .returns(500, AwsServiceException::statusCode);
    assertThat(recorder.requests()).hasSize(3);
  }

  /** The JDK would send what got no answer a second time by itself, beyond any deadline. */
  @Test
  void sendsOnceForEachAttempt() {
    for (int i = 0; i < 6; i++) {
      recorder.answer(exchange -> {});
    }

    assertThatExceptionOfType(SdkClientException.class)
        .isThrownBy(() -> service(Protocol.QUERY).post(ASKED));
    assertThat(recorder.requests()).hasSize(3);
  }

  @Test
  void endsCallThatIsNotAnswered() {
    for (int i = 0; i < 2; i++) {
      recorder.answer(exchange -> Thread.sleep(Duration.ofSeconds(3)));
    }

    assertThatExceptionOfType(ApiCallTimeoutException.class)
        .isThrownBy(() -> service(Protocol.QUERY, Duration.ofSeconds(1)).post(ASKED));
    assertThat(recorder.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUERY | | <ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>"
            + "<Message>why &lt;</Message></Error></ErrorResponse> | NotFound | why <",
        "QUERY | | <html><p>a proxy | Status400 | ''",
        "QUERY | | <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Error><Code>&b;</Code>"
            + "</Error> | Status400 | ''",
        "JSON | | {\"__type\":\"com.amazonaws.secretsmanager#ResourceNotFoundException\","
            + "\"Message\":\"why\"} | ResourceNotFoundException | why",
        "JSON | | nothing | Status400 | ''",
        "REST_JSON | MessageRejected:http://internal.amazon.com/coral/ | {\"message\":\"why\"}"
            + " | MessageRejected | why",
      })
  void tellsWhyItIsRefused(
      Protocol protocol, String header, String body, String code, String message) {
    recorder.answer(
        exchange -> {
          if (header != null) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", header);
          }
          Recorder.send(exchange, 400, body);
        });

    AwsServiceException refusal =
        catchThrowableOfType(AwsServiceException.class, () -> service(protocol).post(ASKED));

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(ErrorCode.of(refusal)).isEqualTo(code);
    assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
  }

  /** As after a virtual machine's clock stood still: the service's own time is taken instead. */
  @Test
  void signsWithTheTimeOfTheService() {
    recorder.answer(
        403, "<ErrorResponse><Error><Code>RequestTimeTooSkewed</Code></Error></ErrorResponse>");
    recorder.answer(200, "answer");
    Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));

    byte[] answer = service(Protocol.QUERY, Duration.ofSeconds(12), fast).post(ASKED);

    assertThat(answer).asString().isEqualTo("answer");
    assertThat(signedAt(0)).isAfter(Instant.now().plus(Duration.ofHours(2)));
    assertThat(signedAt(1)).isBefore(Instant.now().plus(Duration.ofHours(1)));
  }

  private Instant signedAt(int request) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
        .parse(recorder.requests().get(request).time(), Instant::from);
  }

  @Test
  void endsAnAnswerThatTricklesIn() {
    recorder.answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 1000; i++) {
              body.write('x');
              body.flush();
              Thread.sleep(50);
            }
          }
        });

    assertThatExceptionOfType(ApiCallTimeoutException.class)
        .isThrownBy(() -> service(Protocol.QUERY, Duration.ofSeconds(1)).post(ASKED));
  }

  @Test
  void refusesAnAnswerWithoutEnd() {
    for (int i = 0; i < 3; i++) {
      recorder.answer(200, TOO_LARGE);
    }

    assertThatExceptionOfType(SdkClientException.class)
        .isThrownBy(() -> service(Protocol.QUERY).post(ASKED));
  }

  @Test
  void saysWhenNobodyAnswers() {
    recorder.close();

    assertThatExceptionOfType(SdkException.class)
        .isThrownBy(() -> service(Protocol.JSON).post(ASKED))
        .withMessageContaining("no answer from http://localhost");
  }
}
