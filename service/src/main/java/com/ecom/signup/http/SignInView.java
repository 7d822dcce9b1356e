package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;

/**
 * Asks for the operator's password.
 *
 * @param wrong whether what was sent is not it
 */
record SignInView(Frame frame, boolean wrong) implements View {
  @Override
  public String template() {
    return "sign-in.html";
  }
}
