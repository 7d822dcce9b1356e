package com.ecom.signup.http;

import com.ecom.signup.template.Texts;
import com.ecom.signup.transfer.Import;
import java.util.Locale;
import java.util.Objects;

/**
 * A file that is taken in, and how far that is.
 *
 * @param part whether only that part is asked for which changes
 */
record ImportView(ConsoleFrame around, Import known, boolean part) implements ConsoleView {
  @Override
  public String template() {
    return part ? "console-import-progress.html" : "console-import.html";
  }

  private Figures figures() {
    return new Figures(frame().language());
  }

  public String path() {
    return ImportPages.PATH + "/" + known.id();
  }

  public boolean running() {
    return known.status() == Import.Status.RUNNING;
  }

  /** Whether it may be kept from going on. */
  public boolean open() {
    return running() || known.status() == Import.Status.INTERRUPTED;
  }

  /** Part of a class of its style. */
  public String state() {
    return known.status().name().toLowerCase(Locale.ROOT);
  }

  public String status() {
    return Texts.in(frame().language()).get("imports_status_" + state());
  }

  public String format() {
    return known.format().word().toUpperCase(Locale.ROOT);
  }

  public String events() {
    return Texts.in(frame().language())
        .get(known.events() ? "imports_announced" : "imports_not_announced");
  }

  public String by() {
    return known.startedBy();
  }

  public String started() {
    return time(known.startedAt());
  }

  public String ended() {
    return time(known.endedAt());
  }

  public String failure() {
    return Objects.requireNonNullElse(known.failure(), "");
  }

  public String done() {
    return figures().bytes(known.position());
  }

  public String rows() {
    return figures().count(known.counts().rows());
  }

  public String added() {
    return figures().count(known.counts().added());
  }

  public String same() {
    return figures().count(known.counts().same());
  }

  public String refused() {
    return figures().count(known.counts().refused());
  }

  public boolean anyRefused() {
    return known.counts().refused() > 0;
  }
}
