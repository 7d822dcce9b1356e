package com.ecom.signup.template;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that people are spoken to in. */
public enum Language {
  ENGLISH("en", Locale.CANADA),
  FRENCH("fr", Locale.CANADA_FRENCH);

  private static final int LONGEST_HEADER = 500;
  private static final List<String> CODES = List.of("en", "fr");

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /** The code of ISO 639-1. */
  public String code() {
    return code;
  }

  /** How numbers and times are written in it. */
  public Locale locale() {
    return locale;
  }

  /** The other one, to switch to. */
  public Language other() {
    return this == ENGLISH ? FRENCH : ENGLISH;
  }

  /** The language of a code; empty for any other text. */
  public static Optional<Language> of(@Nullable String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * The language that suits best (RFC 4647, section 3.4, look-up), English if none does.
   *
   * @param header of HTTP, {@code Accept-Language}; what is malformed says nothing
   */
  public static Language accepted(@Nullable String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return ENGLISH;
    }
    try {
      return of(Locale.lookupTag(LanguageRange.parse(header), CODES)).orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
