package com.ecom.signup.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes CSV (RFC 4180) that no spreadsheet takes for more than text. */
final class Csv {
  static final String LINE_END = "\r\n";

  private Csv() {}

  /** A row without its line end. */
  static String line(List<String> values) {
    StringWriter line = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(line)) {
      csv.writeRecord(values.stream().map(Cell::written).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString().stripTrailing();
  }
}
