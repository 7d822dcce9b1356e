package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import com.ecom.signup.page.Frame;
import com.ecom.signup.template.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page of the console.
 *
 * @param frame what is around every page
 * @param reason why they look at the data of others, if they have said so
 * @param here where they are; null where that is no place
 * @param path of the page, by which it can be asked for again
 */
record ConsoleFrame(
    Frame frame, Caller caller, Optional<String> reason, @Nullable ConsolePlace here, String path) {
  /** Where they can go from here. */
  public record Way(String label, String href, boolean current) {}

  /** All that they may see. */
  public List<Way> ways() {
    return ConsolePlace.of(caller).stream()
        .map(
            place ->
                new Way(
                    Texts.in(frame.language()).get("console_" + place.word()),
                    place.path(),
                    place == here))
        .toList();
  }

  /** Who has signed in. */
  public String subject() {
    return caller.subject();
  }

  /** Why they look at the data of others; empty if they have not said so. */
  public String why() {
    return reason.orElse("");
  }

  /** Whether they may. */
  boolean may(Permission permission) {
    return caller.may(permission);
  }
}
