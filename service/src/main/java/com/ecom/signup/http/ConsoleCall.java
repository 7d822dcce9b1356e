package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.audit.Action;
import com.ecom.signup.audit.Actor;
import com.ecom.signup.audit.AuditTrail;
import com.ecom.signup.audit.Reason;
import com.ecom.signup.page.Frame;
import com.ecom.signup.problem.Problem;
import com.ecom.signup.template.Language;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for at the console.
 *
 * @param fields of the form; none where a page is only looked at
 * @param settings what their browser keeps for them
 */
record ConsoleCall(
    RoutingContext context, FormFields fields, Caller caller, Actor actor, ConsoleSettings settings)
    implements AuditedCall {
  /** Whether script of the page asks for a part of it ({@code HX-Request} of htmx). */
  static boolean isForPart(HttpServerRequest request) {
    return "true".equals(request.getHeader("hx-request"));
  }

  /** Whether a page asks by itself, to be up to date, and nobody has done anything. */
  static boolean isOfItself(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET)
        && (isForPart(request) || "application/json".equals(request.getHeader("accept")));
  }

  boolean isForPart() {
    return isForPart(context.request());
  }

  Language language() {
    return settings.language();
  }

  /** What is around a page of this place; it is asked for in the other language by its path. */
  ConsoleFrame frame(ConsolePlace here) {
    return frame(here, here.path());
  }

  /**
   * What is around a page.
   *
   * @param here null where it belongs to no place
   * @param path that shows it, for what is the answer to a form
   */
  ConsoleFrame frame(@Nullable ConsolePlace here, String path) {
    HttpServerRequest request = context.request();
    String asked =
        request.method().equals(HttpMethod.GET)
            ? Objects.requireNonNullElse(request.path(), path)
            : path;
    return new ConsoleFrame(Frame.of(language(), asked), caller, settings.reason(), here, asked);
  }

  /** A value of the query; empty if there is none. */
  String query(String name) {
    return Objects.requireNonNullElse(context.queryParams().get(name), "");
  }

  /**
   * A parameter of the path that is an id.
   *
   * @param unknown what to answer if it is none, as nothing has such an id
   * @throws Refusal if it is none
   */
  UUID id(String name, Problem unknown) {
    return OperatorCall.uuid(PathPattern.parameter(context, name))
        .orElseThrow(() -> new Refusal(unknown));
  }

  /** Why they do what they do now, as far as they have said. */
  Optional<String> reason() {
    return settings.reason();
  }

  @Override
  public void audit(
      Connection connection, Action action, @Nullable UUID subject, Map<String, String> details)
      throws SQLException {
    AuditTrail.record(connection, actor, action, subject, reason().orElse(null), details);
  }

  /**
   * The same for a reason of its own.
   *
   * @param typed the reason; if {@link Reason} cannot read it, the one that they have said anyway
   */
  AuditedCall because(String typed) {
    String own = Reason.read(typed).or(this::reason).orElse(null);
    return (connection, action, subject, details) ->
        AuditTrail.record(connection, actor, action, subject, own, details);
  }
}
