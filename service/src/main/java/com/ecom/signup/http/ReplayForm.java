package com.ecom.signup.http;

import com.ecom.signup.replay.ReplayOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which events are to be sent again, as it is typed.
 *
 * @param from as browsers write a time without a zone; it is meant in UTC
 */
record ReplayForm(String type, String customer, String from, String before, String rate) {
  static final ReplayForm EMPTY =
      new ReplayForm("", "", "", "", String.valueOf(ReplayOrder.USUAL_EVENTS_PER_SECOND));

  /**
   * Reads it.
   *
   * @param fields gives the value of a field by its name; empty if it was not sent
   */
  static ReplayForm of(UnaryOperator<String> fields) {
    return new ReplayForm(
        fields.apply("type").strip(),
        fields.apply("customer").strip(),
        fields.apply("from").strip(),
        fields.apply("before").strip(),
        fields.apply("rate").strip());
  }

  /** The names of the fields that cannot be read, or have to be filled in. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    if (!type.isEmpty() && !type.matches("[a-z0-9.-]{1,100}")) {
      wrong.add("type");
    }
    if (!customer.isEmpty() && OperatorCall.uuid(customer).isEmpty()) {
      wrong.add("customer");
    }
    if (!from.isEmpty() && time(from).isEmpty()) {
      wrong.add("from");
    }
    if (!before.isEmpty() && time(before).isEmpty()) {
      wrong.add("before");
    }
    if (perSecond().isEmpty()) {
      wrong.add("rate");
    }
    if (wrong.isEmpty() && order().isEverything()) {
      wrong.add("from");
    }
    return wrong;
  }

  /** The order, where nothing is wrong. */
  ReplayOrder order() {
    return new ReplayOrder(
        type.isEmpty() ? null : type,
        customerId(),
        time(from).orElse(null),
        time(before).orElse(null),
        perSecond().orElse(ReplayOrder.USUAL_EVENTS_PER_SECOND));
  }

  private @Nullable UUID customerId() {
    return OperatorCall.uuid(customer).orElse(null);
  }

  /** The same with an end, so that what is counted now is what is sent later. */
  ReplayForm until(Instant now) {
    String end =
        LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString();
    return before.isEmpty() ? new ReplayForm(type, customer, from, end, rate) : this;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Integer> perSecond() {
    return rate.matches("[1-9]\\d{0,3}")
            && Integer.parseInt(rate) <= ReplayOrder.MOST_EVENTS_PER_SECOND
        ? Optional.of(Integer.valueOf(rate))
        : Optional.empty();
  }
}
