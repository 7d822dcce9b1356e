package com.ecom.signup.http;

import com.ecom.signup.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with a file as a browser sends it (RFC 7578): small fields first, then the file, which is
 * read as it comes. What is behind the file is not read.
 *
 * @param fileName as its owner calls it; empty where none was chosen
 */
record MultipartForm(FormFields fields, String fileName, InputStream file) {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"\\r\\n]{1,70})\"|([^\"\\s;,]{1,70}))");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("[; ]filename=\"([^\"]*)\"");
  private static final int MOST_FIELDS = 20;
  private static final int LONGEST_FIELD = 2000;

  /**
   * Reads as far as the file.
   *
   * @param contentType of the request
   * @throws Refusal if it is no such form, or has no file in it
   * @throws IOException if the body ends too early
   */
  static MultipartForm read(String contentType, InputStream body) throws IOException {
    String boundary = boundary(contentType).orElseThrow(MultipartForm::none);
    Parts parts = new Parts(body, boundary.getBytes(StandardCharsets.ISO_8859_1));
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < MOST_FIELDS && parts.next(); i++) {
      String headers = parts.headers();
      String name = first(NAME, headers).orElseThrow(MultipartForm::none);
      Optional<String> fileName = first(FILE_NAME, headers);
      if (fileName.isPresent()) {
        return new MultipartForm(new FormFields(fields), fileName.get(), parts);
      }
      fields.putIfAbsent(name, field(parts));
    }
    throw none();
  }

  private static Optional<String> boundary(String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    return contentType.startsWith("multipart/form-data") && boundary.find()
        ? Optional.of(boundary.group(1) == null ? boundary.group(2) : boundary.group(1))
        : Optional.empty();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static String field(Parts part) throws IOException {
    byte[] value = part.readNBytes(LONGEST_FIELD + 1);
    if (value.length > LONGEST_FIELD) {
      throw none();
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  private static Refusal none() {
    return new Refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
  }

  @Override
  public String toString() {
    return "MultipartForm[***]";
  }
}
