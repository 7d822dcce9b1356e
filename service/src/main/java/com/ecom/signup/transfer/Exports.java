package com.ecom.signup.transfer;

import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Profile;
import com.ecom.signup.customer.Profiles;
import com.ecom.signup.database.Database;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes customers so that an import makes the same ones of them. */
@Singleton
public final class Exports {
  private static final int PAGE = 1000;
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<Column> COLUMNS =
      Arrays.stream(Column.values())
          .filter(column -> column != Column.IGNORED && !column.isNote())
          .toList();

  private final Database database;

  Exports(Database database) {
    this.database = database;
  }

  /**
   * Writes all customers, in the order of their ids.
   *
   * @param standing of those that are wanted; null for all
   * @return how many
   */
  public long write(Format format, Profile.@Nullable Standing standing, Consumer<String> out) {
    if (format == Format.CSV) {
      out.accept(Csv.line(COLUMNS.stream().map(Column::written).toList()) + Csv.LINE_END);
    }
    UUID last = new UUID(0, 0);
    long written = 0;
    List<Profile> page;
    do {
      UUID after = last;
      page = database.with(connection -> Profiles.after(connection, after, PAGE));
      StringBuilder text = new StringBuilder();
      for (Profile profile : page) {
        if (standing == null || profile.standing() == standing) {
          text.append(format == Format.CSV ? csv(profile) : json(profile));
          written++;
        }
        last = profile.id();
      }
      out.accept(text.toString());
    } while (page.size() == PAGE);
    return written;
  }

  private static String csv(Profile profile) {
    Map<Column, String> values = values(profile);
    return Csv.line(COLUMNS.stream().map(column -> values.getOrDefault(column, "")).toList())
        + Csv.LINE_END;
  }

  private static String json(Profile profile) {
    StringWriter row = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(row)) {
      json.writeStartObject();
      for (Map.Entry<Column, String> value : values(profile).entrySet()) {
        json.writeStringField(value.getKey().written(), value.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return row + "\n";
  }

  private static Map<Column, String> values(Profile profile) {
    CustomerForm form = profile.form();
    Map<Column, String> values = new EnumMap<>(Column.class);
    put(values, Column.ID, profile.id());
    put(values, Column.STATUS, profile.standing().name().toLowerCase(Locale.ROOT));
    put(values, Column.REGISTERED_AT, profile.registeredAt());
    put(values, Column.FIRST_NAME, form.firstName());
    put(values, Column.LAST_NAME, form.lastName());
    put(values, Column.EMAIL, form.emailId());
    put(values, Column.PHONE, form.phone());
    put(values, Column.PROVINCE, form.province());
    put(values, Column.CITY, form.city());
    put(values, Column.POSTAL_CODE, form.postalcode());
    put(values, Column.COUNTRY, form.country());
    return values;
  }

  private static void put(Map<Column, String> values, Column column, @Nullable Object value) {
    if (value != null) {
      values.put(column, value.toString());
    }
  }
}
