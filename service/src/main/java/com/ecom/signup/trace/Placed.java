package com.ecom.signup.trace;

import org.jspecify.annotations.Nullable;

/** A span that a thread is in until it is closed. */
record Placed(Span span) implements Span {
  @Override
  public @Nullable TraceParent place() {
    return span.place();
  }

  @Override
  public void tell(String attribute, long value) {
    span.tell(attribute, value);
  }

  @Override
  public void failed(String reason) {
    span.failed(reason);
  }

  @Override
  public void close() {
    Traces.place(null);
    span.close();
  }
}
