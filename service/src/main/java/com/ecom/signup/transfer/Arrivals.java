package com.ecom.signup.transfer;

import com.ecom.signup.customer.Arrival;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.EmailAddress;
import com.ecom.signup.customer.Validation;
import com.ecom.signup.registration.Newcomers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes customers of values, by the rules of a registration.
 *
 * @param events whether each is announced as one who registers
 */
record Arrivals(Newcomers newcomers, Clock clock, boolean events) {

  Row row(long line, Map<Column, String> values, List<Fault> found, Row.Source source) {
    List<Fault> faults = new ArrayList<>(found);
    Optional<UUID> id = id(values, faults);
    Optional<Instant> time = time(values, faults);
    if (!values.getOrDefault(Column.STATUS, "active").equals("active")) {
      faults.add(Fault.of("status", Flaw.NOT_ACTIVE));
    }
    Optional<CustomerDetails> details = details(values, faults);
    return new Row(
        line,
        faults.isEmpty() ? details.map(known -> arrival(id, known, time)).orElse(null) : null,
        faults,
        details
            .map(known -> known.email().key())
            .or(() -> EmailAddress.keyOf(values.get(Column.EMAIL))),
        source);
  }

  /** One that could not be split into values. */
  static Row unreadable(Piece piece, Fault fault, Row.Source source) {
    return new Row(piece.line(), null, List.of(fault), Optional.empty(), source);
  }

  private Arrival arrival(Optional<UUID> given, CustomerDetails details, Optional<Instant> time) {
    UUID id = given.orElseGet(newcomers::id);
    @Nullable String announcement = events ? newcomers.announcement(id, details) : null;
    return new Arrival(id, details, time.orElse(null), announcement);
  }

  private static Optional<CustomerDetails> details(Map<Column, String> values, List<Fault> faults) {
    CustomerForm form =
        new CustomerForm(
            values.get(Column.FIRST_NAME),
            values.get(Column.LAST_NAME),
            values.get(Column.EMAIL),
            values.get(Column.PHONE),
            values.get(Column.PROVINCE),
            values.get(Column.CITY),
            values.get(Column.POSTAL_CODE),
            values.get(Column.COUNTRY));
    return switch (form.validate()) {
      case Validation.Accepted accepted -> Optional.of(accepted.details());
      case Validation.Refused refused -> {
        refused.violations().forEach(violation -> faults.add(Fault.of(violation)));
        yield Optional.empty();
      }
    };
  }

  /** An id that is brought along belongs to one who was announced elsewhere. */
  private Optional<UUID> id(Map<Column, String> values, List<Fault> faults) {
    String text = values.get(Column.ID);
    if (text == null) {
      return Optional.empty();
    }
    if (events) {
      faults.add(Fault.of("id", Flaw.ID_WITH_EVENT));
    }
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return Optional.of(id);
      }
    } catch (IllegalArgumentException e) {
      // said below, as of one that is too short
    }
    faults.add(Fault.of("id", Flaw.NOT_AN_ID));
    return Optional.empty();
  }

  private Optional<Instant> time(Map<Column, String> values, List<Fault> faults) {
    String text = values.get(Column.REGISTERED_AT);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isAfter(clock.instant())) {
        faults.add(Fault.of("registered_at", Flaw.IN_THE_FUTURE));
      }
      return Optional.of(time);
    } catch (DateTimeException e) {
      faults.add(Fault.of("registered_at", Flaw.NOT_A_TIME));
      return Optional.empty();
    }
  }
}
