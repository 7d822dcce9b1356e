package com.ecom.signup.page;

/** What a page shows: the model of a template on the frame that all pages share. */
public interface View {
  /** What is around it. */
  Frame frame();

  /** The name of its template, which finds the view as {@code it}. */
  String template();

  /** What it may load and do. */
  default Policy policy() {
    return Policy.OURS;
  }
}
