package com.ecom.signup.http;

import com.ecom.signup.replay.Replay;
import com.ecom.signup.template.Texts;
import java.util.Objects;

/**
 * Events that are sent again, and how far that is.
 *
 * @param decides whether they may stop it
 * @param part whether only that part is asked for which changes
 */
record ReplayView(ConsoleFrame around, Replay replay, boolean decides, boolean part)
    implements ConsoleView {
  @Override
  public String template() {
    return part ? "console-replay-progress.html" : "console-replay.html";
  }

  private Figures figures() {
    return new Figures(frame().language());
  }

  public String path() {
    return ReplayPages.PATH + "/" + replay.id();
  }

  public boolean running() {
    return replay.status().equals("running");
  }

  public String status() {
    return Texts.in(frame().language()).get("replay_status_" + replay.status());
  }

  /** The part that is done, in hundredths. */
  public long percent() {
    return Math.round(replay.progress() * 100);
  }

  public String queued() {
    return figures().count(replay.queued());
  }

  public String requested() {
    return time(replay.requestedAt());
  }

  public String from() {
    return time(replay.order().from());
  }

  public String before() {
    return time(replay.order().before());
  }

  public String rate() {
    return figures().count(replay.order().eventsPerSecond());
  }

  /** Empty where it is of all types. */
  public String type() {
    return Objects.requireNonNullElse(replay.order().type(), "");
  }

  /** Empty where it is of all customers. */
  public String customer() {
    return Objects.toString(replay.order().customerId(), "");
  }
}
