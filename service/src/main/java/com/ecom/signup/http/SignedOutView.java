package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;

/**
 * Says that a session is over.
 *
 * @param leaving where to sign out of the provider too; empty where it does not offer that
 */
record SignedOutView(Frame frame, String leaving) implements View {
  @Override
  public String template() {
    return "signed-out.html";
  }
}
