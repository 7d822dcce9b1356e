package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProblemPagesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Path DOCUMENT = Path.of("..", "docs", "openapi.json");
  private static PagesServer server;

  @BeforeAll
  static void start() {
    server = new PagesServer();
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void explainsEachProblem(Problem problem) throws Exception {
    HttpResponse<String> page = get(problem.type());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(page.body())
        .contains("<code>" + problem.code() + "</code>", "HTTP status " + problem.status())
        .contains(problem.remedy(Language.ENGLISH).replace("\"", "&quot;").replace("'", "&#39;"))
        .doesNotContain("style=", "<script");
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void explainsEachProblemInFrench(Problem problem) throws Exception {
    HttpResponse<String> page = get(problem.type() + "?lang=fr");

    assertThat(page.headers().firstValue("content-language")).hasValue("fr");
    assertThat(page.headers().allValues("vary")).contains("Accept-Language");
    assertThat(page.body())
        .contains("<html lang=\"fr\">", "<h1>" + problem.title(Language.FRENCH), "Que faire")
        .contains("href=\"" + problem.type() + "?lang=en\"");
  }

  @Test
  void listsThem() throws Exception {
    assertThat(get("/problems").body())
        .contains(Arrays.stream(Problem.values()).map(Problem::type).toList());
    assertThat(get("/problems/unheard-of").statusCode()).isEqualTo(404);
    assertThat(get("/assets/pages.css").statusCode()).isEqualTo(200);
  }

  @Test
  void areAllInTheDocumentWithTheirStatus() throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(DOCUMENT.toFile());
    List<String> codes =
        document
            .at("/components/schemas/Problem/properties/code/enum")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(codes)
        .containsExactly(Arrays.stream(Problem.values()).map(Problem::code).toArray(String[]::new));

    Set<String> used = new TreeSet<>();
    for (JsonNode problem : document.findValues("value")) {
      if (problem.has("code") && problem.has("status")) {
        String code = problem.get("code").asText();
        used.add(code);
        Problem known = Problem.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(problem.get("status").asInt()).isEqualTo(known.status());
        assertThat(problem.get("title").asText()).isEqualTo(known.title(Language.ENGLISH));
        assertThat(problem.get("detail").asText()).isEqualTo(known.meaning(Language.ENGLISH));
      }
    }
    assertThat(used)
        .as("what no route answers with, but a path that is none")
        .hasSize(codes.size() - 1)
        .doesNotContain("not-found");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.origin() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
