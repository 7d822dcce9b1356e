package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.event.Entry;
import com.ecom.signup.event.Status;
import com.ecom.signup.template.Texts;

/**
 * One event, and what may be decided about it.
 *
 * @param decides whether they may
 */
record EventView(ConsoleFrame around, Entry entry, boolean decides) implements ConsoleView {
  @Override
  public String template() {
    return "console-event.html";
  }

  public EventsView.Row row() {
    return EventsView.row(this, entry);
  }

  /** Whether they may see customers. */
  public boolean knows() {
    return around.may(Permission.CUSTOMERS_READ);
  }

  public String status() {
    return Texts.in(frame().language()).get("events_status_" + entry.status().word());
  }

  public String occurred() {
    return time(entry.occurredAt());
  }

  public boolean retries() {
    return decides && entry.status() != Status.DELIVERED;
  }

  public boolean discards() {
    return decides && entry.status() == Status.PARKED;
  }
}
