package com.ecom.signup.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All wordings that were ever shown, of {@code consent-wordings.properties}. */
public final class Wordings {
  private static final String FILE = "/consent-wordings.properties";
  private static final List<Wording> ALL = read();
  private static final Set<String> PURPOSES =
      ALL.stream().map(Wording::purpose).collect(Collectors.toCollection(TreeSet::new));

  private Wordings() {}

  /**
   * The newest wording for a purpose.
   *
   * @param language {@code en} or {@code fr}
   * @throws IllegalArgumentException if there is none in that language
   */
  public static Wording current(String purpose, String language) {
    return ALL.stream()
        .filter(wording -> wording.purpose().equals(purpose))
        .filter(wording -> wording.language().equals(language))
        .max(Comparator.comparingInt(Wording::version))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no wording for this purpose and language; expected one of "
                        + ALL.stream()
                            .map(wording -> wording.purpose() + " in " + wording.language())
                            .distinct()
                            .collect(Collectors.joining(", "))));
  }

  /** The wording with this hash: the one that a page showed, though there be a newer one since. */
  public static Optional<Wording> shown(String hash) {
    return ALL.stream().filter(wording -> wording.hash().equals(hash)).findFirst();
  }

  /** All that anybody is asked for, in the order of their names. */
  static Set<String> purposes() {
    return new TreeSet<>(PURPOSES);
  }

  private static List<Wording> read() {
    try (InputStream stream = Wordings.class.getResourceAsStream(FILE);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(stream, FILE), StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts.stringPropertyNames().stream()
          .sorted()
          .map(key -> wording(key, texts.getProperty(key)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Wording wording(String key, String text) {
    String[] parts = key.split("\\.", 3);
    return Wording.of(parts[0], Integer.parseInt(parts[1]), parts[2], text);
  }
}
