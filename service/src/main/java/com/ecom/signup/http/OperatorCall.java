package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.audit.Reason;
import com.ecom.signup.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for: the parameters of the path and of the query, the body, who it is and
 * why.
 *
 * @param body without members where there is none
 */
record OperatorCall(RoutingContext context, StrictBody body, Caller caller, Actor actor)
    implements AuditedCall {
  /** Says why somebody looks at the data of another. */
  static final String REASON = "audit-reason";

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  /** The same with a body. */
  OperatorCall with(StrictBody other) {
    return new OperatorCall(context, other, caller, actor);
  }

  /** A parameter of the path. */
  String path(String name) {
    return PathPattern.parameter(context, name);
  }

  /**
   * A parameter of the path that is an id.
   *
   * @param unknown what to answer if it is none, as nothing has such an id
   * @throws Refusal if it is none
   */
  UUID id(String name, Problem unknown) {
    return uuid(path(name)).orElseThrow(() -> new Refusal(unknown));
  }

  /** Reads an id as it is written, in full. */
  static Optional<UUID> uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A parameter of the query, read.
   *
   * @param expected what to say of one that cannot be read
   * @throws Refusal if it cannot be read
   */
  <T> Optional<T> query(String name, Function<String, Optional<T>> reading, Wording expected) {
    Optional<String> text = Optional.ofNullable(context.queryParams().get(name));
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      throw new Refusal(List.of(new Invalid(name, "not-readable", expected)));
    }
    return value;
  }

  /** Whether to tell what would happen and do nothing, {@code dry_run} in the query. */
  boolean isDryRun() {
    return query("dry_run", OperatorCall::truth, Wording.of("invalid_not_a_boolean")).orElse(false);
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** How many a page of a list may have, {@code limit} in the query. */
  int limit() {
    return query(
            "limit", OperatorCall::pageSize, Wording.of("invalid_out_of_range", 1, LARGEST_PAGE))
        .orElse(USUAL_PAGE);
  }

  private static Optional<Integer> pageSize(String text) {
    return text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= LARGEST_PAGE
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /**
   * Why, where that has to be said.
   *
   * @throws Refusal if it is not said, or of another form
   */
  String reason() {
    return optionalReason().orElseThrow(() -> new Refusal(Problem.REASON_REQUIRED));
  }

  /** Why, as far as that is said. */
  private Optional<String> optionalReason() {
    return Reason.read(decoded(context.request().getHeader(REASON)));
  }

  /** Headers are read as Latin-1 (RFC 9110, section 5.5); what is UTF-8 is meant as such. */
  private static @Nullable String decoded(@Nullable String header) {
    if (header == null) {
      return null;
    }
    try {
      byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }

  @Override
  public void audit(
      Connection connection, Action action, @Nullable UUID subject, Map<String, String> details)
      throws SQLException {
    AuditTrail.record(connection, actor, action, subject, optionalReason().orElse(null), details);
  }

  /**
   * Nothing that was sent may be ignored.
   *
   * @throws Refusal if the query has other parameters, or the body is not as was asked for
   */
  OperatorCall allow(Set<String> parameters) {
    List<Invalid> errors = new ArrayList<>();
    MultiMap query = context.queryParams();
    for (String name : query.names()) {
      if (!parameters.contains(name)) {
        errors.add(new Invalid(name, "unknown-parameter", Wording.of("invalid_unknown")));
      } else if (query.getAll(name).size() > 1) {
        errors.add(new Invalid(name, "repeated-parameter", Wording.of("invalid_repeated")));
      }
    }
    errors.addAll(body.errors());
    if (!errors.isEmpty()) {
      throw new Refusal(errors);
    }
    return this;
  }
}
