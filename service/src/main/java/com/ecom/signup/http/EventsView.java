package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import com.ecom.signup.event.Backlog;
import com.ecom.signup.event.Entry;
import com.ecom.signup.replay.Replay;
import com.ecom.signup.template.Texts;
import java.util.List;

/**
 * What became of events: how many wait, which are parked, what is sent again.
 *
 * @param next where the next page of parked ones is; empty if this is the last
 * @param done what has just been done; empty if nothing was
 * @param decides whether they may decide about them
 * @param part whether only the numbers are asked for
 */
record EventsView(
    ConsoleFrame around,
    Backlog.Count count,
    List<Entry> entries,
    String next,
    List<Replay> ordered,
    String done,
    boolean decides,
    boolean part)
    implements ConsoleView {
  @Override
  public String template() {
    return part ? "console-backlog.html" : "console-events.html";
  }

  /** Whether they may see customers. */
  public boolean knows() {
    return around.may(Permission.CUSTOMERS_READ);
  }

  private Figures figures() {
    return new Figures(frame().language());
  }

  public String waiting() {
    return figures().count(count.waiting(), Backlog.COUNTED_AT_MOST);
  }

  /** How long the first has waited. */
  public String longest() {
    return figures().span(count.longest());
  }

  public String parked() {
    return figures().count(count.parked(), Backlog.COUNTED_AT_MOST);
  }

  public boolean anyParked() {
    return count.parked() > 0;
  }

  /**
   * A parked event.
   *
   * @param why the topic does not take it
   */
  public record Row(
      String id, String customer, String type, String why, String since, String attempts) {}

  public List<Row> rows() {
    return entries.stream().map(entry -> row(this, entry)).toList();
  }

  static Row row(ConsoleView view, Entry entry) {
    Texts texts = Texts.in(view.frame().language());
    String error = entry.lastError();
    return new Row(
        entry.id().toString(),
        entry.id().customerId().toString(),
        entry.type(),
        error == null ? texts.get("events_no_reason") : error,
        view.time(entry.since()),
        new Figures(texts.language()).count(entry.attempts()));
  }

  public List<ReplayView> replays() {
    return ordered.stream().map(replay -> new ReplayView(around, replay, decides, true)).toList();
  }
}
