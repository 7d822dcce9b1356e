package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.View;
import com.ecom.signup.template.Texts;

/**
 * A page with one form: it asks for the secret of a mail, or for one press.
 *
 * @param word which: part of the keys of its texts
 * @param action where the form goes
 * @param field its name; empty where one press is all that is asked
 * @param value what is in the field
 * @param error what is wrong with what was sent; empty if nothing is
 */
record LinkView(Frame frame, String word, String action, String field, String value, String error)
    implements View {
  @Override
  public String template() {
    return "link.html";
  }

  public String title() {
    return text("title");
  }

  public String lead() {
    return text("lead");
  }

  public String label() {
    return field.isEmpty() ? "" : text("label");
  }

  public String button() {
    return text("button");
  }

  private String text(String part) {
    return Texts.in(frame.language()).get("link_" + word + "_" + part);
  }

  @Override
  public String toString() {
    return "LinkView[" + word + "]";
  }
}
