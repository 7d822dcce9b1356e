package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other integration tests, and searches all that any service said in any of them for
 * what a test had typed.
 */
final class LogsIT {
  private static final Path LOGS = Path.of("target", "service-logs");
  private static final Path TESTS = Path.of("src", "test", "java");

  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+'-]+@[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}");
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+?1[-. ]?)?\\(?[2-9]\\d\\d\\)?[-. ]?555[-. ]?\\d{4}");

  /** Random, so that now and then there is a telephone number in one. */
  private static final Pattern REQUEST_ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  private static final Pattern NAMED =
      Pattern.compile("\"(?:first|last)_name\\\\?\"\\s*:\\s*\\\\?\"(\\p{L}{4,})\\\\?\"");
  private static final Pattern SECRET =
      Pattern.compile("\"(?:[A-Z_]*TOKEN|[a-z-]*password)\",\\s*\"([^\"]{12,})\"");

  /** Also words of our own, in the paths of classes or of this project. */
  private static final Set<String> TOO_COMMON = Set.of("first", "last");

  @Test
  void nothingThatATestTypedIsInAnyLog() throws IOException {
    Pattern typed = typed();
    List<String> found = new ArrayList<>();
    for (Path log : files(LOGS, ".log")) {
      List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (typed.matcher(REQUEST_ID.matcher(lines.get(i)).replaceAll("")).find()) {
          found.add(log + ":" + (i + 1) + " " + lines.get(i));
        }
      }
    }

    assertThat(found).as("personal data or secrets in logs").isEmpty();
  }

  @Test
  void knowsWhatTestsTypeWhenItSeesIt() throws IOException {
    assertThat(
            List.of(
                "refused asha@example.com",
                "called 416-555-0123",
                "called +14165550123",
                "welcome Asha",
                "Patel",
                "token " + Stage.OPERATOR_TOKEN))
        .allMatch(typed().asPredicate());
    assertThat(typed().asPredicate())
        .rejects("Event 0190-..:1 is parked: the topic says InvalidParameter");
  }

  /** Anything like an address or a phone, the names of fixtures, and the secrets of stages. */
  private static Pattern typed() throws IOException {
    Set<String> words = new TreeSet<>(Set.of(Stage.OPERATOR_TOKEN, "Asha", "Patel"));
    for (Path source : files(TESTS, ".java")) {
      String text = Files.readString(source);
      NAMED.matcher(text).results().map(match -> match.group(1)).forEach(words::add);
      SECRET.matcher(text).results().map(match -> match.group(1)).forEach(words::add);
    }
    words.removeAll(TOO_COMMON);
    String any =
        words.stream()
            .map(word -> "\\b" + Pattern.quote(word) + "\\b")
            .collect(Collectors.joining("|"));
    return Pattern.compile(ADDRESS + "|" + PHONE + "|" + any);
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
