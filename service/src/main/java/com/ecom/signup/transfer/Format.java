package com.ecom.signup.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a file of customers is written, in UTF-8. */
public enum Format {
  /** RFC 4180, with a header. */
  CSV("text/csv"),
  /** A JSON object in each line. */
  NDJSON("application/x-ndjson");

  private static final String PACKED = ".gz";

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The end of a file's name, and the word in the table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its media type, whatever its parameters. */
  public static Optional<Format> ofMediaType(String type) {
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.mediaType.equals(bare)).findFirst();
  }

  /** By the end of a file's name, whether gzip has packed it or not. */
  public static Optional<Format> ofFileName(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    String end = isPacked(name) ? bare.substring(0, bare.length() - PACKED.length()) : bare;
    return Arrays.stream(values()).filter(format -> end.endsWith("." + format.word())).findFirst();
  }

  /** Whether a file of this name is one that gzip has packed. */
  public static boolean isPacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(PACKED);
  }

  static Format ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
