package com.ecom.signup.http;

/**
 * Asks whether all parked events are to be sent again.
 *
 * @param parked how many there are
 * @param more whether one time does not do for all
 */
record RetryView(ConsoleFrame around, int parked, boolean more) implements ConsoleView {
  @Override
  public String template() {
    return "console-retry.html";
  }
}
