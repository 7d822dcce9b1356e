package com.ecom.signup.abuse;

import com.ecom.signup.customer.EmailAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Mail domains whose addresses are thrown away: those that come with the service, and what
 * operators add and except. What is said of a domain holds for those below it, until something is
 * said of one of these.
 */
@Singleton
public final class DisposableDomains {
  private static final String FILE = "/disposable-domains.txt";

  private final Map<String, Boolean> known = readFile();
  private volatile Map<String, Boolean> disposable = known;

  private static Map<String, Boolean> readFile() {
    try (InputStream stream = DisposableDomains.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(stream, FILE).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Boolean> domains = new HashMap<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(domain -> domains.put(domain, true));
      return Map.copyOf(domains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether addresses of this domain are thrown away.
   *
   * @param domain canonical, as in the key of an {@link EmailAddress}
   */
  public boolean isDisposable(String domain) {
    Map<String, Boolean> said = disposable;
    for (int start = 0; start >= 0; start = afterDot(domain, start)) {
      Boolean answer = said.get(domain.substring(start));
      if (answer != null) {
        return answer;
      }
    }
    return false;
  }

  /** Where the domain above begins; negative if there is none. */
  private static int afterDot(String domain, int start) {
    int dot = domain.indexOf('.', start);
    return dot < 0 ? -1 : dot + 1;
  }

  /** Takes over what operators say; what they said before is forgotten. */
  void follow(List<Listing> listings) {
    Map<String, Boolean> all = new HashMap<>(known);
    listings.forEach(listing -> all.put(listing.domain(), listing.disposable()));
    disposable = Map.copyOf(all);
  }

  /** What operators say, by domain. */
  public List<Listing> list(Connection connection) throws SQLException {
    return DisposableTable.all(connection);
  }

  /**
   * Adds a domain, or excepts it. This replica follows at once, the others within a minute.
   *
   * @param domain in any spelling
   * @return empty if it is no domain that mail can be sent to
   */
  public Optional<Listing> put(Connection connection, String domain, boolean disposable)
      throws SQLException {
    Optional<String> canonical = canonical(domain);
    if (canonical.isEmpty()) {
      return Optional.empty();
    }
    Listing listing = DisposableTable.put(connection, canonical.get(), disposable);
    follow(list(connection));
    return Optional.of(listing);
  }

  /**
   * Takes back what was said of a domain.
   *
   * @param domain in any spelling
   * @return false if nothing was
   */
  public boolean remove(Connection connection, String domain) throws SQLException {
    Optional<String> canonical = canonical(domain);
    if (canonical.isEmpty() || !DisposableTable.remove(connection, canonical.get())) {
      return false;
    }
    follow(list(connection));
    return true;
  }

  private static Optional<String> canonical(String domain) {
    String anybody = "postmaster@";
    return EmailAddress.keyOf(anybody + domain.strip())
        .map(key -> key.substring(key.lastIndexOf('@') + 1));
  }
}
