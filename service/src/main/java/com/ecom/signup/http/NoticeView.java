package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;
import com.ecom.signup.template.Texts;

/**
 * A page that says one thing.
 *
 * @param word which: part of the keys of its texts
 */
record NoticeView(Frame frame, String word) implements View {
  @Override
  public String template() {
    return "notice.html";
  }

  /** In a few words. */
  public String title() {
    return Texts.in(frame.language()).get("notice_" + word + "_title");
  }

  /** In a sentence or two. */
  public String lead() {
    return Texts.in(frame.language()).get("notice_" + word + "_lead");
  }
}
