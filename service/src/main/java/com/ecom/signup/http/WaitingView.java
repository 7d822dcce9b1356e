package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;

/**
 * What the screen shows on which somebody registered, until the address is confirmed.
 *
 * @param error what is wrong with the code; empty if nothing is
 * @param again whether another mail has just been asked for
 */
record WaitingView(Frame frame, String address, int number, String error, boolean again)
    implements View {
  /** Where it is found again. */
  static final String PATH = "/waiting";

  @Override
  public String template() {
    return "waiting.html";
  }

  @Override
  public String toString() {
    return "WaitingView[***]";
  }
}
