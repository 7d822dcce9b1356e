package com.ecom.signup.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that are JSON objects, one in each line. */
final class NdjsonRows implements RowReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Set<String> ignored;
  private final Arrivals arrivals;

  NdjsonRows(Set<String> ignored, Arrivals arrivals) {
    this.ignored = ignored;
    this.arrivals = arrivals;
  }

  @Override
  public String refusedHeader() {
    return "";
  }

  @Override
  public Row read(Piece piece) {
    if (!piece.readable()) {
      return whole(piece, Flaw.NOT_UTF_8);
    }
    Map<Column, String> values = new EnumMap<>(Column.class);
    List<Fault> faults = new ArrayList<>();
    try (JsonParser json = JSON.createParser(piece.text())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return whole(piece, Flaw.MALFORMED);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        member(json, values, faults);
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        return whole(piece, Flaw.MALFORMED);
      }
    } catch (IOException e) {
      return whole(piece, Flaw.MALFORMED);
    }
    return arrivals.row(
        piece.line(), values, faults, (line, errors) -> noted(values, null, line, errors));
  }

  private void member(JsonParser json, Map<Column, String> values, List<Fault> faults)
      throws IOException {
    String name = json.currentName();
    JsonToken token = json.nextToken();
    Column column = Column.of(name).orElse(Column.IGNORED);
    if (column == Column.IGNORED) {
      NameCheck.of(name, ignored).ifPresent(flaw -> faults.add(Fault.of(shown(name), flaw)));
    } else if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      if (!column.isNote() && values.put(column, json.getText()) != null) {
        faults.add(Fault.of(name, Flaw.COLUMN_REPEATED));
      }
    } else if (token != JsonToken.VALUE_NULL) {
      faults.add(Fault.of(name, Flaw.NOT_TEXT));
    }
    json.skipChildren();
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "..." : name;
  }

  private static Row whole(Piece piece, Flaw flaw) {
    return Arrivals.unreadable(
        piece, Fault.of("", flaw), (line, errors) -> noted(Map.of(), piece.text(), line, errors));
  }

  private static String noted(
      Map<Column, String> values, @Nullable String text, long line, String errors) {
    StringWriter row = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(row)) {
      json.writeStartObject();
      for (Map.Entry<Column, String> value : values.entrySet()) {
        json.writeStringField(value.getKey().written(), value.getValue());
      }
      if (text != null) {
        json.writeStringField(Column.TEXT.written(), text);
      }
      json.writeNumberField(Column.LINE.written(), line);
      json.writeStringField(Column.ERRORS.written(), errors);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return row.toString();
  }
}
