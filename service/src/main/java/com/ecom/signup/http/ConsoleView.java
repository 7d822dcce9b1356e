package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Policy;
import com.ecom.signup.page.View;

/**
 * A page of the console, or a part of one, which its script puts in the place of what was there.
 */
interface ConsoleView extends View {
  /** What is around it, in the console. */
  ConsoleFrame around();

  @Override
  default Frame frame() {
    return around().frame();
  }

  @Override
  default Policy policy() {
    return Policy.CONSOLE;
  }
}
