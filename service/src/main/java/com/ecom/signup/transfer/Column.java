package com.ecom.signup.transfer;

import com.ecom.signup.customer.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of CSV, or a member of NDJSON, holds; the first of its names is written. */
enum Column {
  ID("id"),
  STATUS("status"),
  REGISTERED_AT("registered_at"),
  FIRST_NAME("first_name"),
  LAST_NAME("last_name"),
  EMAIL("email", "email_id"),
  PHONE("phone"),
  PROVINCE("province"),
  CITY("city"),
  POSTAL_CODE("postal_code", "postalcode"),
  COUNTRY("country"),
  /** These were added to a row that was refused; sent again, they say nothing. */
  LINE("import_line"),
  ERRORS("import_errors"),
  TEXT("import_text"),
  /** One that the operator names as of no account. */
  IGNORED("");

  private static final Map<String, Column> BY_NAME = byName();
  private static final Pattern OF_A_PASSWORD =
      Pattern.compile(
          ".*(pass|passwd|pwd|secret|hash|salt|credential|token|mot_?de_?passe).*|pw|pin",
          Pattern.CASE_INSENSITIVE);

  private final String written;
  private final String old;

  Column(String name) {
    this(name, name);
  }

  /** The old service had another name for it. */
  Column(String written, String old) {
    this.written = written;
    this.old = old;
  }

  private static Map<String, Column> byName() {
    Map<String, Column> columns = new HashMap<>();
    for (Column column : values()) {
      columns.put(column.written, column);
      columns.put(column.old, column);
    }
    return columns;
  }

  /** The one of this name, in whatever case. */
  static Optional<Column> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  /** Whether a name sounds as if there were something to log in with. */
  static boolean soundsSecret(String name) {
    return OF_A_PASSWORD.matcher(name.strip()).matches();
  }

  String written() {
    return written;
  }

  /** Whether it is about the import, not about the customer. */
  boolean isNote() {
    return this == LINE || this == ERRORS || this == TEXT;
  }

  /** What it is called where a field of the form is in it. */
  static String of(Field field) {
    return switch (field) {
      case EMAIL_ID -> EMAIL.written();
      case POSTALCODE -> POSTAL_CODE.written();
      default -> field.key();
    };
  }
}
