package com.ecom.signup.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables over the elements that {@code environments.properties} keeps. */
record Settings(String environment, Map<String, String> variables, Properties file) {
  static final List<String> ENVIRONMENTS = List.of("local", "dev", "prod");
  static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  static final String DEFAULT_REGION = "us-east-1";

  /** Of variables that elements may be made of. */
  private static final Map<String, String> DEFAULTS =
      Map.of("AWS_REGION", DEFAULT_REGION, "PORT", "8001");

  private static final String FILE = "/environments.properties";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern TOPIC =
      Pattern.compile("arn:[a-z-]+:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");

  private static final Pattern TOKEN = Pattern.compile("[!-~]{24,}");

  static Settings of(Map<String, String> variables) {
    String environment = variables.getOrDefault("ENV_CONFIG", "local");
    if (!ENVIRONMENTS.contains(environment)) {
      throw new MisconfiguredException(
          "ENV_CONFIG is \"%s\"; expected local, dev or prod".formatted(environment));
    }
    return new Settings(environment, variables, readFile());
  }

  private static Properties readFile() {
    try (InputStream stream = Settings.class.getResourceAsStream(FILE)) {
      Properties elements = new Properties();
      elements.load(Objects.requireNonNull(stream, FILE));
      return elements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> variable(String key) {
    return Optional.ofNullable(variables.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  String or(String key, String otherwise) {
    return variable(key).orElse(otherwise);
  }

  /** The variable, or the element of this environment. */
  String required(String key) {
    return variable(key)
        .or(
            () ->
                Optional.ofNullable(file.getProperty(environment + "." + key))
                    .map(element -> resolve(key, element)))
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "%s is not set and environment %s has no value for it"
                        .formatted(key, environment)));
  }

  /** Whether {@link #required} would find a value. */
  boolean has(String key) {
    return variable(key).isPresent() || file.containsKey(environment + "." + key);
  }

  /** One of the values of a type, written in lower case with hyphens. */
  <E extends Enum<E>> E choice(String key, E otherwise) {
    List<E> values = List.of(otherwise.getDeclaringClass().getEnumConstants());
    String value = oneOf(key, word(otherwise), values.stream().map(Settings::word).toList());
    return values.stream().filter(one -> word(one).equals(value)).findFirst().orElseThrow();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String resolve(String key, String element) {
    return REFERENCE
        .matcher(element)
        .replaceAll(reference -> Matcher.quoteReplacement(referred(key, reference.group(1))));
  }

  private String referred(String key, String name) {
    return variable(name)
        .or(() -> Optional.ofNullable(DEFAULTS.get(name)))
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "%s is not set and neither is %s, which its value in environment %s is made of"
                        .formatted(key, name, environment)));
  }

  int port(String key, int otherwise) {
    String value = or(key, String.valueOf(otherwise));
    if (!value.matches("\\d{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65535) {
      throw new MisconfiguredException(
          "%s is \"%s\"; expected a port from 1 to 65535".formatted(key, value));
    }
    return Integer.parseInt(value);
  }

  String oneOf(String key, String otherwise, List<String> values) {
    String value = or(key, otherwise);
    if (!values.contains(value)) {
      throw new MisconfiguredException(
          "%s is \"%s\"; expected one of %s".formatted(key, value, String.join(", ", values)));
    }
    return value;
  }

  String topic(String key) {
    String value = required(key);
    if (!TOPIC.matcher(value).matches()) {
      throw new MisconfiguredException(
          "%s is \"%s\"; expected the ARN of an SNS topic, as arn:aws:sns:us-east-1:123456789012:name"
              .formatted(key, value));
    }
    return value;
  }

  /** What is wrong with a token is said without it. */
  Optional<Token> token(String key) {
    return variable(key)
        .map(
            value -> {
              if (!TOKEN.matcher(value).matches()) {
                throw new MisconfiguredException(
                    "%s is of no use; expected at least 24 visible ASCII characters, as from openssl rand -hex 24"
                        .formatted(key));
              }
              return new Token(value);
            });
  }

  Optional<URI> uri(String key) {
    return variable(key).map(value -> uri(key, value));
  }

  URI uri(String key, String value) {
    return uri(value, "http", "https")
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "%s is \"%s\"; expected an address, as http://localhost:8003"
                        .formatted(key, value)));
  }

  /** It may hold a password, so what is wrong with it is said without it. */
  Optional<URI> smtp(String key) {
    return variable(key)
        .map(
            value ->
                uri(value, "smtp", "smtps")
                    .orElseThrow(
                        () ->
                            new MisconfiguredException(
                                key + " is of no use; expected smtp://user:password@host:587")));
  }

  private static Optional<URI> uri(String value, String... schemes) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null && List.of(schemes).contains(uri.getScheme())
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
