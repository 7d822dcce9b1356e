package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.http.JsonBody.Member;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {
  @Test
  void takesNumbersAsTheyAreWritten() {
    assertThat(members("{\"phone\": 14165550123, \"x\": 1.50}"))
        .containsEntry("phone", new Member.Text("14165550123"))
        .containsEntry("x", new Member.Text("1.50"));
  }

  @Test
  void tellsNullFromOtherThingsThatAreNoText() {
    assertThat(members("{\"a\": null, \"b\": true, \"c\": [1, {\"a\": 2}], \"d\": {\"a\": []}}"))
        .containsEntry("a", new Member.Null())
        .containsEntry("b", new Member.NotText())
        .containsEntry("c", new Member.NotText())
        .containsEntry("d", new Member.NotText())
        .hasSize(4);
  }

  @Test
  void countsTheLastOfRepeatedMembers() {
    assertThat(members("{\"a\": 1, \"a\": \"2\"}")).containsEntry("a", new Member.Text("2"));
  }

  @Test
  void takesEmptyArrayForEmptyObject() {
    assertThat(read("[]")).isEqualTo(new JsonBody.Members(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "1", "true", "[[\"first_name\", \"Asha\"]]", "[1]"})
  void refusesWhatIsNoObject(String json) {
    assertThat(read(json)).isEqualTo(new JsonBody.NotAnObject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "{", "{\"a\":", "{\"a\": NaN}", "{} {}", "[1", "{\"a\": 1,}", "[] x"})
  void refusesWhatIsNoJson(String json) {
    assertThat(read(json)).isEqualTo(new JsonBody.Malformed());
  }

  @Test
  void keepsLoneSurrogatesForTheRulesToRefuse() {
    assertThat(members("{\"a\": \"\\ud800\"}")).containsEntry("a", new Member.Text("\ud800"));
  }

  @Test
  void readsMembersThatEndBeforeTheBodyBreaksOff() {
    assertThat(JsonBody.readBeginning(bytes("{\"a\": \"1\", \"b\": \"unfinish")).members())
        .containsOnlyKeys("a");
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    assertThat(read("{\"a\":" + "[".repeat(30_000))).isEqualTo(new JsonBody.Malformed());
  }

  private static Map<String, Member> members(String json) {
    return ((JsonBody.Members) read(json)).members();
  }

  private static JsonBody read(String json) {
    return JsonBody.read(bytes(json));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
