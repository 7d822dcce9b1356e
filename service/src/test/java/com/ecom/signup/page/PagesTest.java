package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static PagesServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new PagesServer();
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/redoc"})
  void hardensPages(String path) throws Exception {
    var answer = send("GET", path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; ")
        .contains("frame-ancestors 'none'");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
    assertThat(header(answer, "referrer-policy")).isEqualTo("same-origin");
  }

  @ParameterizedTest
  @CsvSource({
    "signup.js, text/javascript; charset=utf-8",
    "htmx.min.js, text/javascript; charset=utf-8",
    "pages.css, text/css; charset=utf-8",
    "favicon.svg, image/svg+xml",
    "swagger-ui-bundle.js, text/javascript; charset=utf-8",
    "redoc.standalone.js, text/javascript; charset=utf-8",
  })
  void servesAssetsByTheirType(String name, String mediaType) throws Exception {
    var answer = send("GET", "/assets/" + name);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(mediaType);
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/",
        "/redoc/",
        "/assets/",
        "/assets/signup.js/",
        "/assets/signupxjs",
        "/assets/unknown.js",
        "/assets/../pages/docs.html",
        "/assets/..%2fpages%2fdocs.html",
        "/assets/%2e%2e/application.properties"
      })
  void leavesOtherPathsToOthers(String path) throws Exception {
    assertThat(send("GET", path).statusCode()).isEqualTo(404);
  }

  @Test
  void answersHeadLikeGetWithoutBody() throws Exception {
    var get = send("GET", "/redoc");
    var head = send("HEAD", "/redoc");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map()).isEqualTo(get.headers().map());
  }

  @Test
  void compressesForThoseWhoTakeIt() throws Exception {
    var plain = send("GET", "/assets/redoc.standalone.js");
    var compressed =
        send("GET", "/assets/redoc.standalone.js", "Accept-Encoding", "br, gzip;q=0.5");

    assertThat(header(compressed, "content-encoding")).isEqualTo("gzip");
    assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
    assertThat(unzip(compressed.body())).isEqualTo(plain.body());
    assertThat(header(compressed, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(plain, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(compressed, "etag")).isNotEqualTo(header(plain, "etag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "br", "xgzip"})
  void sendsPlainBytesToOthers(String accepted) throws Exception {
    var answer = send("GET", "/assets/signup.js", "Accept-Encoding", accepted);

    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void sparesWhatTheClientHas() throws Exception {
    String etag = header(send("GET", "/docs"), "etag");

    for (String known : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
      var again = send("GET", "/docs", "If-None-Match", known);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "etag")).isEqualTo(etag);
    }
    assertThat(send("GET", "/docs", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsCachesThatTheSignUpPageDependsOnAccept() throws Exception {
    assertThat(send("GET", "/").headers().allValues("vary"))
        .containsExactly("Accept, Accept-Language");
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.origin() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  private static byte[] unzip(byte[] compressed) throws IOException {
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return unzipped.readAllBytes();
    }
  }
}
