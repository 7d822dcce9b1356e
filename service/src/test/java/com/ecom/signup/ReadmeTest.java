package com.ecom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of keys, files and its own length. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern KEY_IN_TABLE = Pattern.compile("`([A-Z][A-Z_]+)`");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile(
          "\"((?:DB|AWS|SNS|ENV|LOCAL|OPERATOR|PUBLIC|MAIL|SMTP|SIGNUP|LOOKUP|TRUSTED|OIDC)_[A-Z_]+|PORT|MANAGEMENT_PORT)\"");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"");
  private static final Pattern SETTING =
      Pattern.compile("\\n  (?:int|boolean|Duration) (\\w+)\\(\\);");
  private static final Pattern LINK = Pattern.compile("]\\(((?!http)[^)]+)\\)");

  @Test
  void listsEveryKeyAndNoOther() throws IOException {
    Set<String> listed = new TreeSet<>();
    readme()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> listed.addAll(all(KEY_IN_TABLE, line.split("\\|", 3)[1])));

    Set<String> used = new TreeSet<>();
    used.addAll(
        all(
            KEY_IN_CODE,
            source("environment/Environment.java")
                + source("environment/Settings.java")
                + source("environment/Policies.java")
                + source("environment/Correspondence.java")
                + source("environment/OpenId.java")));
    used.addAll(
        all(REFERENCE, Files.readString(Path.of("src/main/resources/environments.properties"))));
    used.remove("NAME");
    used.addAll(keys("registration/WriterLimits.java", "batch/Limits.java"));
    used.addAll(keys("lookup/LookupLimits.java", "batch/Limits.java"));
    used.addAll(keys("confirmation/ConfirmationSettings.java", "batch/Limits.java"));
    for (String settings :
        List.of(
            "confirmation/ConfirmationSettings.java",
            "mail/MailSettings.java",
            "consent/ConsentSettings.java",
            "abuse/AbuseSettings.java",
            "http/HttpSettings.java")) {
      used.addAll(keys(settings, settings));
    }
    used.addAll(keys("event/DeliverySettings.java", "event/DeliverySettings.java"));
    used.addAll(
        keys("idempotency/IdempotencySettings.java", "idempotency/IdempotencySettings.java"));
    used.addAll(
        keys(
            "reconciliation/ReconciliationSettings.java",
            "reconciliation/ReconciliationSettings.java"));
    assertThat(listed).isEqualTo(used);
  }

  private static Set<String> keys(String mapping, String settings) throws IOException {
    String prefix = all(PREFIX, source(mapping)).iterator().next();
    return all(SETTING, source(settings)).stream()
        .map(setting -> variable(prefix + "." + setting.replaceAll("([A-Z])", "-$1")))
        .collect(Collectors.toSet());
  }

  private static String variable(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    assertThat(all(LINK, readme()))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  @Test
  void isShort() throws IOException {
    try (Stream<String> lines = readme().lines()) {
      assertThat(lines.count()).isLessThanOrEqualTo(160);
    }
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static String source(String file) throws IOException {
    return Files.readString(Path.of("src/main/java/com/ecom/signup", file));
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
