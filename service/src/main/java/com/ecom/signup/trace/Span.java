package com.ecom.signup.trace;

import org.jspecify.annotations.Nullable;

/** A piece of work in a trace, until it is closed. */
public interface Span extends AutoCloseable {
  /** Where nobody follows. */
  Span NONE =
      new Span() {
        @Override
        public @Nullable TraceParent place() {
          return null;
        }

        @Override
        public void tell(String attribute, long value) {}

        @Override
        public void failed(String reason) {}

        @Override
        public void close() {}
      };

  /** Its place in the trace, for what it leads to; null where nobody follows. */
  @Nullable TraceParent place();

  /** Adds an attribute, by a name of OpenTelemetry's semantic conventions where there is one. */
  void tell(String attribute, long value);

  /**
   * Says that it went wrong.
   *
   * @param reason a code, nothing personal
   */
  void failed(String reason);

  @Override
  void close();
}
