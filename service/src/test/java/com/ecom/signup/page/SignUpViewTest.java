package com.ecom.signup.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.customer.Field;
import com.ecom.signup.template.Language;
import com.ecom.signup.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignUpViewTest {
  private static final int MOST_BYTES_OVER_THE_WIRE = 50_000;

  @ParameterizedTest
  @ValueSource(
      strings = {"\"><script>alert(1)</script>", "{t.brand}", "' onfocus='alert(1)", "&lt;"})
  void escapesWhateverIsTypedOrSaid(String hostile) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (Field field : Field.values()) {
      values.put(field.key(), hostile);
    }
    List<FieldError> errors = List.of(new FieldError("city", hostile));
    String html =
        render(
            new SignUpView(
                frame(Language.ENGLISH),
                values,
                errors,
                Optional.of(hostile),
                hostile,
                0,
                hostile,
                false));

    String escaped =
        hostile
            .replace("&", "&amp;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    assertThat(html.split(Pattern.quote(escaped), -1)).hasSize(8 + 2 + 1 + 1 + 1 + 1);
    assertThat(html).doesNotContain("<script>", "onfocus='");
  }

  @ParameterizedTest
  @EnumSource
  void speaksTheLanguageOfItsFrame(Language language) {
    String html = render(empty(language));

    assertThat(html)
        .contains("<html lang=\"" + language.code() + "\">")
        .contains("href=\"/?lang=" + language.other().code() + "\"")
        .contains(language == Language.ENGLISH ? "First name" : "Prénom")
        .contains(language == Language.ENGLISH ? "British Columbia" : "Colombie-Britannique")
        .doesNotContain("aria-invalid", " checked", "NOT_FOUND");
  }

  @Test
  void keepsTheBoxAsThePersonLeftIt() {
    SignUpView view = empty(Language.ENGLISH);
    SignUpView ticked =
        new SignUpView(view.frame(), Map.of(), List.of(), Optional.empty(), "", 0, "News", true);

    assertThat(render(ticked)).contains("value=\"yes\" checked>");
  }

  @Test
  void isSmallWithAllThatItLoads() throws IOException {
    int size = compressed(render(empty(Language.FRENCH)).getBytes(StandardCharsets.UTF_8));
    for (String asset : List.of("pages.css", "signup.js", "favicon.svg")) {
      try (InputStream stream = SignUpViewTest.class.getResourceAsStream("/assets/" + asset)) {
        size += compressed(Objects.requireNonNull(stream).readAllBytes());
      }
    }

    assertThat(size).isLessThan(MOST_BYTES_OVER_THE_WIRE);
  }

  private static int compressed(byte[] bytes) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.size();
  }

  private static SignUpView empty(Language language) {
    return SignUpView.empty(frame(language), "", 0, "News");
  }

  private static Frame frame(Language language) {
    return Frame.of(language, "/");
  }

  private static String render(SignUpView view) {
    return Templates.render(view.template(), view.frame().language(), view);
  }
}
