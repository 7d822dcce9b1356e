package com.ecom.signup.http;

import com.ecom.signup.transfer.Import;
import java.util.List;

/**
 * The files that were taken in, and the form that takes another.
 *
 * @param newest of them, the newest first
 * @param part whether only their list is asked for
 */
record ImportsView(ConsoleFrame around, List<Import> newest, boolean part) implements ConsoleView {
  @Override
  public String template() {
    return part ? "console-import-list.html" : "console-imports.html";
  }

  public List<ImportView> imports() {
    return newest.stream().map(known -> new ImportView(around, known, true)).toList();
  }

  /** Whether something changes by itself. */
  public boolean running() {
    return newest.stream().anyMatch(known -> known.status() == Import.Status.RUNNING);
  }
}
