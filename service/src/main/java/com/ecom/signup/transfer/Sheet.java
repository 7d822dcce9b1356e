package com.ecom.signup.transfer;

import com.ecom.signup.erasure.PersonalData.Kept;
import java.util.List;
import java.util.Map;

/** What is kept of one person as CSV: a row for each value. */
public final class Sheet {
  private Sheet() {}

  /** Begins with the names of the columns. */
  public static String of(List<Kept> all) {
    StringBuilder text = new StringBuilder();
    add(text, "kind", "number", "name", "value");
    String kind = "";
    int number = 0;
    for (Kept kept : all) {
      number = kept.kind().equals(kind) ? number + 1 : 1;
      kind = kept.kind();
      for (Map.Entry<String, String> value : kept.values().entrySet()) {
        add(text, kind, Integer.toString(number), value.getKey(), value.getValue());
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String... cells) {
    text.append(Csv.line(List.of(cells))).append(Csv.LINE_END);
  }
}
