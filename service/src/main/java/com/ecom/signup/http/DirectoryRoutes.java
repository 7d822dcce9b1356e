package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.customer.Directory;
import com.ecom.signup.customer.Filter;
import com.ecom.signup.customer.Matches;
import com.ecom.signup.customer.Place;
import com.ecom.signup.customer.Position;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Search.Found;
import com.ecom.signup.customer.SearchTerm;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists and finds customers, for operators. What is personal is sent in a body alone: lines of
 * queries end up in logs that nobody here erases from.
 */
@Singleton
final class DirectoryRoutes implements RouteSource {
  private static final String PATH = "/v1/customers";

  private final Operators operators;
  private final DirectoryActs directory;

  DirectoryRoutes(Operators operators, DirectoryActs directory) {
    this.operators = operators;
    this.directory = directory;
  }

  @Override
  public void declare(RouteTable table) {
    table.on(
        HttpMethod.GET, PATH, new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::list));
    table.on(
        HttpMethod.POST,
        PATH + "/search",
        new OperatorRoute(operators, Permission.CUSTOMERS_READ, this::search));
  }

  private Reply list(OperatorCall call) {
    call.allow(Set.of("status", "registered_from", "registered_before", "after", "limit")).reason();
    Filter filter =
        new Filter(
            call.query("status", DirectoryActs::standing, Wording.of("invalid_standing"))
                .orElse(null),
            call.query("registered_from", DirectoryRoutes::time, Wording.of("invalid_time"))
                .orElse(null),
            call.query("registered_before", DirectoryRoutes::time, Wording.of("invalid_time"))
                .orElse(null));
    Position after = after(call, filter);
    int limit = call.limit();
    List<Profile> customers = directory.list(call, after, filter, limit);
    return Reply.ok(
        json -> {
          Json.list(json, "customers", customers, ProfileRoutes::write);
          if (customers.size() == limit) {
            Position end = Directory.end(customers.getLast(), filter);
            json.writeStringField("next", next(filter, limit) + "&after=" + end.word());
          }
        });
  }

  /** One that another list ended with leads nowhere in this one. */
  private static Position after(OperatorCall call, Filter filter) {
    return call.query(
            "after",
            word -> Position.parse(word).filter(end -> end.isIn(filter)),
            Wording.of("invalid_after"))
        .orElse(Position.FIRST);
  }

  private static String next(Filter filter, int limit) {
    StringBuilder next = new StringBuilder(PATH + "?limit=" + limit);
    if (filter.standing() != null) {
      next.append("&status=").append(filter.standing().name().toLowerCase(Locale.ROOT));
    }
    if (filter.from() != null) {
      next.append("&registered_from=").append(filter.from());
    }
    if (filter.before() != null) {
      next.append("&registered_before=").append(filter.before());
    }
    return next.toString();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Reply search(OperatorCall call) {
    StrictBody body = call.body();
    List<Invalid> errors = new ArrayList<>();
    Optional<SearchTerm> term = term(body, errors);
    Filter filter =
        new Filter(
            member(body, "status", DirectoryActs::standing, "invalid_standing", errors),
            member(body, "registered_from", DirectoryRoutes::time, "invalid_time", errors),
            member(body, "registered_before", DirectoryRoutes::time, "invalid_time", errors));
    Place after = member(body, "after", Place::parse, "invalid_after", errors);
    int limit = body.number("limit", 20, 1, 100);
    call.allow(Set.of()).reason();
    if (term.isEmpty() || !errors.isEmpty()) {
      throw new Refusal(errors);
    }
    return found(call, term.get(), filter, after == null ? Place.FIRST : after, limit);
  }

  /** One of them, as each is looked for by an index of its own. */
  private static Optional<SearchTerm> term(StrictBody body, List<Invalid> errors) {
    List<Optional<SearchTerm>> terms = new ArrayList<>();
    terms.add(term(body, "name", SearchTerm::name, errors));
    terms.add(term(body, "email", SearchTerm::address, errors));
    terms.add(term(body, "phone", SearchTerm::phone, errors));
    List<SearchTerm> given = terms.stream().flatMap(Optional::stream).toList();
    if (given.size() != 1 && errors.isEmpty()) {
      errors.add(Invalid.member("name", "one-term", Wording.of("invalid_one_term")));
    }
    return given.stream().findFirst();
  }

  private static Optional<SearchTerm> term(
      StrictBody body,
      String name,
      Function<String, Optional<SearchTerm>> reading,
      List<Invalid> errors) {
    return Optional.ofNullable(member(body, name, reading, "invalid_term", errors));
  }

  private static <T> @Nullable T member(
      StrictBody body,
      String name,
      Function<String, Optional<T>> reading,
      String expected,
      List<Invalid> errors) {
    String text = body.text(name);
    Optional<T> value = text == null ? Optional.empty() : reading.apply(text);
    if (text != null && value.isEmpty()) {
      errors.add(Invalid.member(name, "not-readable", Wording.of(expected)));
    }
    return value.orElse(null);
  }

  private Reply found(OperatorCall call, SearchTerm term, Filter filter, Place after, int limit) {
    Matches matches = directory.find(call, term, filter, after, limit);
    return Reply.ok(
        json -> {
          Json.list(json, "customers", matches.found(), DirectoryRoutes::write);
          json.writeStringField("match", matches.near() ? "near" : "beginning");
          Json.optional(json, "next", matches.next().map(Place::word).orElse(null));
        });
  }

  private static void write(JsonGenerator json, Found found) throws IOException {
    ProfileRoutes.write(json, found.profile());
  }
}
