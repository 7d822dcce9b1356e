package com.ecom.signup.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What Dockerfile, compose.yaml and .dockerignore say of what other files say too. */
final class ImageFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> OF_THE_SDK =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

  @Test
  void tellTheServiceOnlyWhatTheReadmeLists() throws IOException {
    String table = all("(?m)^\\| (`[^|]+) \\|", read("README.md")).toString();
    Set<String> keys = new TreeSet<>();
    compose("service").path("environment").fieldNames().forEachRemaining(keys::add);
    keys.removeAll(OF_THE_SDK);

    assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(table).contains("`" + key + "`"));
  }

  @Test
  void publishThePortsThatTheServiceListensOn() throws IOException {
    String table = read("README.md");
    assertThat(table).contains("| `PORT`, `MANAGEMENT_PORT` | `8001`, `8002` |");
    assertThat(read("Dockerfile")).contains("EXPOSE 8001 8002", "HEALTHCHECK");
    assertThat(read("ops/healthy")).contains("${MANAGEMENT_PORT:-8002}", "/health/live");
    assertThat(compose("service").path("ports").toString())
        .isEqualTo("[\"127.0.0.1:8001:8001\",\"127.0.0.1:8002:8002\"]");
  }

  @Test
  void confineEverything() throws IOException {
    for (String service : Set.of("service", "postgres", "stand-in")) {
      JsonNode confined = compose(service);
      assertThat(confined.path("read_only").asBoolean()).as(service).isTrue();
      assertThat(confined.path("cap_drop").toString()).as(service).isEqualTo("[\"ALL\"]");
      assertThat(confined.path("security_opt").toString()).contains("no-new-privileges:true");
    }
    assertThat(compose("service").path("cpus").asDouble()).isEqualTo(0.25);
    assertThat(compose("service").path("mem_limit").asText()).isEqualTo("512m");
    assertThat(all("(?m)^USER (.*)$", read("Dockerfile"))).containsOnly("10001:10001");
  }

  @Test
  void leaveTimeForGracefulStop() throws IOException {
    String properties = read("service/src/main/resources/application.properties");
    int needed = seconds(properties, "delay") + seconds(properties, "timeout");
    String given = compose("service").path("stop_grace_period").asText();

    assertThat(Integer.parseInt(given.replace("s", ""))).isGreaterThan(needed);
  }

  private static int seconds(String properties, String of) {
    return Integer.parseInt(
        all("(?m)^quarkus\\.shutdown\\." + of + "=(\\d+)s$", properties).iterator().next());
  }

  @Test
  void runTheServiceAsTheArtefactSays() throws IOException {
    String dockerfile = read("Dockerfile");
    assertThat(Path.of("src/main/dist/jvm.options")).exists();
    assertThat(dockerfile)
        .contains(
            "\"@/app/jvm.options\", \"-XX:AOTCache=/app/app.aot\"", "\"/app/quarkus-run.jar\"")
        .contains("--include-locales=en,fr");
    assertThat(all("(?m)^(ENTRYPOINT|CMD|HEALTHCHECK.*CMD) [^\\[].*$", dockerfile)).isEmpty();
  }

  /** Maven reads the pom.xml of every module, and refuses to build any where one is missing. */
  @Test
  void giveEveryModuleToTheBuild() throws IOException {
    assertThat(all("<module>(.*)</module>", read("pom.xml")))
        .isNotEmpty()
        .allSatisfy(
            module -> assertThat(read(".dockerignore")).contains("\n!" + module + "/pom.xml\n"));
  }

  private static JsonNode compose(String service) throws IOException {
    Object loaded = new Yaml().load(read("compose.yaml"));
    JsonNode found = new ObjectMapper().valueToTree(loaded).path("services").path(service);
    assertThat(found.isObject()).as(service).isTrue();
    return found;
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
