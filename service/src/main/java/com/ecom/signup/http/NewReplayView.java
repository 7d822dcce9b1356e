package com.ecom.signup.http;

import com.ecom.signup.event.Redelivery;
import com.ecom.signup.replay.ReplayOrder;
import com.ecom.signup.template.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which events are to be sent again, and says how many they are.
 *
 * @param wrong names of fields
 * @param would what would be queued; null before that was asked
 * @param reasonWrong whether a reason was to be given, and none was that can be kept
 */
record NewReplayView(
    ConsoleFrame around,
    ReplayForm form,
    List<String> wrong,
    Redelivery.@Nullable Would would,
    boolean reasonWrong)
    implements ConsoleView {
  @Override
  public String template() {
    return "console-new-replay.html";
  }

  public boolean isWrong(String name) {
    return wrong.contains(name);
  }

  public boolean counted() {
    return would != null;
  }

  public boolean any() {
    return would != null && would.queue() > 0;
  }

  /** How many events, and how long they take. */
  public String result() {
    if (would == null) {
      return "";
    }
    Figures figures = new Figures(frame().language());
    return Texts.in(frame().language())
        .get(
            would.whole() ? "replay_would" : "replay_would_more",
            would.queue(),
            figures.span((double) would.queue() / form.order().eventsPerSecond()));
  }

  public int fastest() {
    return ReplayOrder.MOST_EVENTS_PER_SECOND;
  }
}
