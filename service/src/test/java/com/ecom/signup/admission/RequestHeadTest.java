package com.ecom.signup.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestHeadTest {
  @Test
  void readsTargetAndHeaders() {
    RequestHead head =
        read("POST /a?b=c HTTP/1.1|Host: x|X-Request-ID:  one \t|Content-Length: 2||{}")
            .orElseThrow();

    assertThat(head.target()).isEqualTo("POST /a?b=c");
    assertThat(head.header("host")).isEqualTo("x");
    assertThat(head.header("x-request-id")).isEqualTo("one");
    assertThat(head.header("accept")).isNull();
  }

  /** Lengths count bytes. */
  @Test
  void readsBodyOutsideAscii() {
    assertThat(read("POST /a HTTP/1.1|Content-Length: 8||{\"ë雪\"}")).isEmpty();
    assertThat(read("POST /a HTTP/1.1|Content-Length: 9||{\"ë雪\"}")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /a HTTP/1.1|Content-Length: 0||",
        "POST /a HTTP/1.1|content-length:2||{}",
        "POST /a HTTP/1.1|CONTENT-LENGTH: 2|Connection: Keep-Alive||{}",
      })
  void readsWhole(String request) {
    assertThat(read(request)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "||",
        "POST /a HTTP/1.1|Content-Length: 2|",
        "POST /a HTTP/1.1|Content-Length: 2||{",
        "POST /a HTTP/1.1|Content-Length: 2||",
      })
  void waitsForTheRest(String request) {
    assertThat(read(request)).isEmpty();
  }

  /** Each could be a request and a beginning of another, for whoever reads it otherwise. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /a HTTP/1.1|Content-Length: 2||{}POST /b HTTP/1.1||",
        "POST /a HTTP/1.1|Content-Length: 2|Content-Length: 2||{}",
        "POST /a HTTP/1.1|Content-Length: 2, 2||{}",
        "POST /a HTTP/1.1|Content-Length: +2||{}",
        "POST /a HTTP/1.1|Content-Length: 02||{}",
        "POST /a HTTP/1.1|Content-Length: 2|Transfer-Encoding: chunked||{}",
        "POST /a HTTP/1.1|Transfer-Encoding: chunked||2|{}|0||",
        "POST /a HTTP/1.1|Content-Length : 2||{}",
        "POST /a HTTP/1.1| Content-Length: 2||{}",
        "POST /a HTTP/1.1|Host: x| folded|Content-Length: 2||{}",
        "POST /a HTTP/1.1|Content_Length: 2||{}",
        "POST /a HTTP/1.1|Content-Length\u0000: 2||{}",
        "POST /a HTTP/1.1|: 2|Content-Length: 2||{}",
        "POST /a HTTP/1.1|nothing|Content-Length: 2||{}",
        "POST /a HTTP/1.1|Content-Length: 2|nothing||{\":\"}",
        "POST /a HTTP/1.1||",
        "POST /a HTTP/1.1||{}",
        "POST /a HTTP/1.0|Content-Length: 2||{}",
        "POST /a|Content-Length: 2||{}",
        "POST /a HTTP/1.1|Content-Length: 2|Connection: close||{}",
        "POST /a HTTP/1.1|Content-Length: 2|Connection: keep-alive, x||{}",
        "POST /a HTTP/1.1|Content-Length: 2|Expect: 100-continue||{}",
        "POST /a HTTP/1.1|Content-Length: 2|Upgrade: h2c||{}",
      })
  void leavesToOthersWhatIsUnusual(String request) {
    assertThat(read(request)).isEmpty();
  }

  /** Lines end with a bar. */
  private static Optional<RequestHead> read(String request) {
    return RequestHead.read(request.replace("|", "\r\n").getBytes(UTF_8));
  }
}
