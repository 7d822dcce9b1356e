package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MultipartFormTest {
  private static final String TYPE = "multipart/form-data; boundary=----line";

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100_000})
  void readsFieldsAndThenTheFileHoweverTheyArrive(int atOnce) throws IOException {
    String content = "a,b\r\n1,2\r\n\r\n------lin\r\n--\r\n3,4";
    MultipartForm form = read(field("events", "é") + file("c.csv", content) + end(), atOnce);

    assertThat(form.fields().value("events")).isEqualTo("é");
    assertThat(form.fileName()).isEqualTo("c.csv");
    assertThat(text(form)).isEqualTo(content);
  }

  @Test
  void readsFilesLargerThanItsRoom() throws IOException {
    String content = "0123456789\r\n".repeat(20_000);
    MultipartForm form = read(field("a", "") + file("c.csv", content) + end(), 1000);

    assertThat(form.fields().values()).containsEntry("a", "");
    assertThat(text(form)).isEqualTo(content);
  }

  @Test
  void readsEmptyFileOfNoName() throws IOException {
    MultipartForm form = read(file("", "") + end(), 50);

    assertThat(form.fileName()).isEmpty();
    assertThat(text(form)).isEmpty();
  }

  @Test
  void endsTheFileWhereTheNextPartBegins() throws IOException {
    MultipartForm form = read(file("c.csv", "x") + field("late", "y") + end(), 50);

    assertThat(text(form)).isEqualTo("x");
    assertThat(form.fields().value("late")).isEmpty();
  }

  @Test
  void saysThatTheFileIsCutOff() throws IOException {
    MultipartForm form = read(file("c.csv", "a,b\r\n1,"), 50);

    assertThatThrownBy(() -> text(form)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsNoSuchForm() {
    assertThatThrownBy(() -> read(field("a", "b") + end(), 50)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read(field("a", "b".repeat(5000)) + file("c", "") + end(), 50))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> MultipartForm.read("text/csv", stream("a,b", 50)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read("------line\r\n" + "h: x\r\n".repeat(5000), 50))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read("no line at all", 50)).isInstanceOf(IOException.class);
  }

  private static MultipartForm read(String body, int atOnce) throws IOException {
    return MultipartForm.read(TYPE, stream(body, atOnce));
  }

  private static String text(MultipartForm form) throws IOException {
    return new String(form.file().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String field(String name, String value) {
    return part("name=\"%s\"".formatted(name), value);
  }

  private static String file(String name, String content) {
    return part("name=\"file\"; filename=\"%s\"".formatted(name), content);
  }

  private static String part(String disposition, String content) {
    return "------line\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(disposition, content);
  }

  private static String end() {
    return "------line--\r\n";
  }

  /** Gives so many bytes at a time. */
  private static InputStream stream(String text, int atOnce) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, atOnce));
      }
    };
  }
}
