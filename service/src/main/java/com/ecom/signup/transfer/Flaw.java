package com.ecom.signup.transfer;

import com.ecom.signup.template.Language;
import com.ecom.signup.template.Texts;
import java.util.Locale;

/** What is wrong with a file, or with a row beside the rules of a registration. */
public enum Flaw {
  FILE_EMPTY,
  COLUMN_MISSING,
  COLUMN_REPEATED,
  COLUMN_UNKNOWN,
  /** Passwords of old are never taken, and never ignored unasked. */
  COLUMN_SECRET,
  RECORD_TOO_LONG,
  QUOTE_OPEN,
  GZIP_BROKEN,
  GZIP_BOMB,

  NOT_UTF_8,
  MALFORMED,
  WRONG_NUMBER_OF_COLUMNS,
  NOT_TEXT,
  NOT_AN_ID,
  NOT_A_TIME,
  IN_THE_FUTURE,
  NOT_ACTIVE,
  ID_WITH_EVENT,
  ID_TAKEN,
  ALREADY_REGISTERED;

  /** Its name for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is expected; never what was there. */
  public String message(Language language) {
    return Texts.in(language).get("import_" + name().toLowerCase(Locale.ROOT));
  }
}
