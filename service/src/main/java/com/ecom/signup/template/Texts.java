package com.ecom.signup.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;

/** Every text that people read, in one language, by its key. */
public final class Texts {
  private final Language language;
  private final PropertyResourceBundle texts;

  private Texts(Language language, PropertyResourceBundle texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The texts of a language. */
  public static Texts in(Language language) {
    return language == Language.ENGLISH ? English.TEXTS : French.TEXTS;
  }

  /** Read when somebody first speaks it. */
  private static final class English {
    static final Texts TEXTS = read(Language.ENGLISH);
  }

  private static final class French {
    static final Texts TEXTS = read(Language.FRENCH);
  }

  private static Texts read(Language language) {
    String file = "/texts/" + language.code() + ".properties";
    try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
      return new Texts(
          language,
          new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public Language language() {
    return language;
  }

  /**
   * A text with its places filled ({@link MessageFormat}).
   *
   * @throws java.util.MissingResourceException if there is none of this key
   */
  public String get(String key, Object... values) {
    return new MessageFormat(texts.getString(key), language.locale()).format(values);
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text as it is written, with its places. */
  String raw(String key) {
    return texts.getString(key);
  }

  /** All keys. */
  Set<String> keys() {
    return texts.keySet();
  }
}
