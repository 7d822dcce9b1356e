package com.ecom.signup.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads rows of CSV whose columns were named by its header. */
final class CsvRows implements RowReader {
  private static final Set<Column> NEEDED =
      EnumSet.of(Column.FIRST_NAME, Column.LAST_NAME, Column.EMAIL, Column.PHONE, Column.CITY);

  private final CsvReaderBuilder csv = CsvReader.builder();
  private final List<Column> columns;
  private final List<String> names;
  private final Arrivals arrivals;

  private CsvRows(List<Column> columns, List<String> names, Arrivals arrivals) {
    this.columns = columns;
    this.names = names;
    this.arrivals = arrivals;
  }

  static CsvRows of(Piece header, Set<String> ignored, Arrivals arrivals) {
    List<String> names = split(header);
    List<Column> columns = new ArrayList<>();
    List<FileRefusedException.Mark> marks = new ArrayList<>();
    for (String name : names) {
      Column column = column(name, ignored, marks);
      if (column != Column.IGNORED && columns.contains(column)) {
        marks.add(new FileRefusedException.Mark(Flaw.COLUMN_REPEATED, shown(name)));
      }
      columns.add(column);
    }
    NEEDED.stream()
        .filter(needed -> !columns.contains(needed))
        .forEach(
            needed ->
                marks.add(new FileRefusedException.Mark(Flaw.COLUMN_MISSING, needed.written())));
    if (!marks.isEmpty()) {
      throw new FileRefusedException(marks);
    }
    return new CsvRows(columns, names, arrivals);
  }

  private static List<String> split(Piece header) {
    try {
      if (header.readable()) {
        return CsvReader.builder().ofSingleCsvRecord(header.text()).getFields();
      }
    } catch (CsvParseException e) {
      throw new FileRefusedException(Flaw.MALFORMED, header.line());
    }
    throw new FileRefusedException(Flaw.NOT_UTF_8, header.line());
  }

  private static Column column(
      String name, Set<String> ignored, List<FileRefusedException.Mark> marks) {
    var known = Column.of(name);
    if (known.isPresent() && known.get() != Column.IGNORED) {
      return known.get();
    }
    NameCheck.of(name, ignored)
        .ifPresent(flaw -> marks.add(new FileRefusedException.Mark(flaw, shown(name))));
    return Column.IGNORED;
  }

  /** A name that cannot be told from a value is not repeated at length. */
  private static String shown(String name) {
    String line = name.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() > 60 ? line.substring(0, 60) + "..." : line;
  }

  @Override
  public String refusedHeader() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (isKept(columns.get(i))) {
        kept.add(names.get(i).strip().toLowerCase(Locale.ROOT));
      }
    }
    kept.add(Column.LINE.written());
    kept.add(Column.ERRORS.written());
    return Csv.line(kept);
  }

  private static boolean isKept(Column column) {
    return column != Column.IGNORED && !column.isNote();
  }

  @Override
  public Row read(Piece piece) {
    if (!piece.readable()) {
      return whole(piece, Flaw.NOT_UTF_8);
    }
    try {
      List<String> cells = csv.ofSingleCsvRecord(piece.text()).getFields();
      return cells.size() == columns.size()
          ? row(piece.line(), cells)
          : whole(piece, Flaw.WRONG_NUMBER_OF_COLUMNS);
    } catch (CsvParseException e) {
      return whole(piece, Flaw.MALFORMED);
    }
  }

  private Row row(long line, List<String> cells) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      String cell = Cell.read(cells.get(i));
      if (isKept(column) && !(cell.isEmpty() && isOptional(column))) {
        values.put(column, cell);
      }
    }
    return arrivals.row(
        line,
        values,
        List.of(),
        (number, errors) -> {
          List<String> kept = new ArrayList<>();
          for (Column column : columns) {
            if (isKept(column)) {
              kept.add(values.getOrDefault(column, ""));
            }
          }
          return noted(kept, number, errors);
        });
  }

  private static boolean isOptional(Column column) {
    return column == Column.ID || column == Column.STATUS || column == Column.REGISTERED_AT;
  }

  /** What cannot be split into the columns stands whole in the first of them. */
  private Row whole(Piece piece, Flaw flaw) {
    return Arrivals.unreadable(
        piece,
        Fault.of("", flaw),
        (number, errors) -> {
          long kept = columns.stream().filter(CsvRows::isKept).count();
          List<String> cells = new ArrayList<>(List.of(piece.text()));
          cells.addAll(Collections.nCopies((int) kept - 1, ""));
          return noted(cells, number, errors);
        });
  }

  private static String noted(List<String> cells, long line, String errors) {
    cells.add(Long.toString(line));
    cells.add(errors);
    return Csv.line(cells);
  }
}
