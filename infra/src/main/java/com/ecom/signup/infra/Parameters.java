package com.ecom.signup.infra;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What only whoever installs this knows, read from a file of properties. */
final class Parameters {
  private static final Set<String> COMMON =
      Set.of("github.repository", "github.connection", "operations.mail");
  private static final Set<String> OF_ENVIRONMENT =
      Set.of("domain", "certificate", "mail.domain", "oidc.issuer", "oidc.client", "oidc.roles");

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z]{2,}");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
  private static final Pattern ISSUER = Pattern.compile("https://[\\w.:/-]+");
  private static final Pattern WORD = Pattern.compile("[\\w.:/-]+");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@([a-z0-9-]+\\.)+[a-z]{2,}");

  private final Properties values;

  private Parameters(Properties values) {
    this.values = values;
  }

  static Parameters in(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException e) {
      throw new BadParameterException("the file of parameters %s cannot be read".formatted(file));
    }
    return of(values);
  }

  /**
   * Of these values.
   *
   * @throws BadParameterException if one belongs to nothing there is
   */
  static Parameters of(Properties values) {
    for (String key : new TreeSet<>(values.stringPropertyNames())) {
      String first = key.replaceFirst("\\..*", "");
      if (COMMON.contains(key)) {
        continue;
      }
      if (!Environment.NAMES.contains(first)) {
        throw new BadParameterException(
            "%s: \"%s\" is no environment; expected one of %s"
                .formatted(key, first, String.join(", ", Environment.NAMES)));
      }
      if (!OF_ENVIRONMENT.contains(key.substring(Math.min(key.length(), first.length() + 1)))) {
        throw new BadParameterException(
            "%s is no parameter; expected one of %s after the dot"
                .formatted(key, String.join(", ", new TreeSet<>(OF_ENVIRONMENT))));
      }
    }
    return new Parameters(values);
  }

  /** Name of the repository at GitHub, as {@code owner/name}. */
  String repository() {
    return value("github.repository", REPOSITORY, "owner/name");
  }

  /** Id of the connection between AWS and GitHub. */
  String connection() {
    return value("github.connection", ID, "the id of a connection, the end of its ARN");
  }

  /** Who is told of alarms. */
  String operations() {
    return value("operations.mail", MAIL, "an address, as operations@ecom.example");
  }

  /** Under which name people find an environment. */
  String domain(String environment) {
    return value(environment + ".domain", DOMAIN, "a name, as signup.ecom.example");
  }

  /** Id of the certificate of that name. */
  String certificate(String environment) {
    return value(
        environment + ".certificate", ID, "the id of a certificate in ACM, the end of its ARN");
  }

  /** The domain that mails are sent from. */
  String mailDomain(String environment) {
    return value(environment + ".mail.domain", DOMAIN, "a domain, as ecom.example");
  }

  /** Who knows the people that operate an environment; nobody, if that is not said. */
  SignIn signIn(String environment) {
    String issuer = environment + ".oidc.issuer";
    String client = environment + ".oidc.client";
    String roles = environment + ".oidc.roles";
    if (has(issuer)) {
      return new SignIn(
          value(issuer, ISSUER, "an address that begins with https"),
          value(client, WORD, "the id of this service at the provider"),
          has(roles) ? value(roles, WORD, "the name of a claim, as cognito:groups") : "");
    }
    for (String key : List.of(client, roles)) {
      if (has(key)) {
        throw new BadParameterException("%s says nothing without %s".formatted(key, issuer));
      }
    }
    return SignIn.NONE;
  }

  private boolean has(String key) {
    return !values.getProperty(key, "").isBlank();
  }

  private String value(String key, Pattern form, String expected) {
    String value = values.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new BadParameterException("%s is missing; expected %s".formatted(key, expected));
    }
    if (!form.matcher(value).matches()) {
      throw new BadParameterException("%s is \"%s\"; expected %s".formatted(key, value, expected));
    }
    return value;
  }
}
