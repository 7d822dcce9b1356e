package com.ecom.signup.http;

import com.ecom.signup.access.Caller;
import com.ecom.signup.access.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The places of the console, in the order of its navigation, each for those who may see it. */
enum ConsolePlace {
  CUSTOMERS(Permission.CUSTOMERS_READ),
  QUARANTINE(Permission.QUARANTINE_READ),
  EVENTS(Permission.EVENTS_READ),
  DASHBOARD(Permission.EVENTS_READ),
  IMPORTS(Permission.CUSTOMERS_IMPORT),
  AUDIT(Permission.AUDIT_READ);

  private final Permission permission;

  ConsolePlace(Permission permission) {
    this.permission = permission;
  }

  String path() {
    return Console.UNDER + word();
  }

  /** Part of its path, and of the keys of its texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that somebody may see. */
  static List<ConsolePlace> of(Caller caller) {
    return Arrays.stream(values()).filter(place -> caller.may(place.permission)).toList();
  }
}
