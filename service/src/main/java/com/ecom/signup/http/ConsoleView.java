package com.ecom.signup.http;

import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Policy;
import com.ecom.signup.page.View;
import com.ecom.signup.template.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of the console, or a part of one, which its script puts in the place of what was there.
 */
interface ConsoleView extends View {
  /** To the second. */
  DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What is around it, in the console. */
  ConsoleFrame around();

  @Override
  default Frame frame() {
    return around().frame();
  }

  /** A text of the console, {@code console_} and the key; the key itself where there is none. */
  default String word(String key) {
    Texts texts = Texts.in(frame().language());
    String full = "console_" + key.replace('-', '_').replace('.', '_');
    return texts.has(full) ? texts.get(full) : key;
  }

  /** The same of a key that is put together, as of a kind and one of its kind. */
  default String word(String beginning, String end) {
    return word(beginning + end);
  }

  /** A time as people read it, in UTC, as the logs and the audit trail have it. */
  default String time(@Nullable Instant time) {
    return time == null ? "" : TIME.format(time);
  }

  /** One that is written as in RFC 3339; empty where there is none. */
  default String timeOf(@Nullable String text) {
    return text == null ? "" : time(Instant.parse(text));
  }

  @Override
  default Policy policy() {
    return Policy.CONSOLE;
  }
}
