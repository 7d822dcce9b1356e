package com.ecom.signup.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person is by the word of the identity provider, and so may do. */
public enum Role {
  /** Helps customers: sees, corrects and hands out what is known of them. */
  SUPPORT,
  /** Runs the service and may do everything; the audit trail keeps what was done. */
  OPERATOR,
  /** Looks at what others did and changes nothing, nor sees anything personal. */
  AUDITOR;

  /** What such a person may. */
  public Set<Permission> permissions() {
    return switch (this) {
      case SUPPORT ->
          EnumSet.of(
              Permission.CUSTOMERS_READ,
              Permission.CUSTOMERS_WRITE,
              Permission.CUSTOMERS_DISCLOSE,
              Permission.EVENTS_READ,
              Permission.QUARANTINE_READ,
              Permission.QUARANTINE_WRITE);
      case OPERATOR -> EnumSet.allOf(Permission.class);
      case AUDITOR -> EnumSet.of(Permission.AUDIT_READ, Permission.EVENTS_READ);
    };
  }

  /** The name that the provider knows it by. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What these roles may do together; a name that is none gives nothing. */
  static Set<Permission> permissions(Collection<String> names) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    Arrays.stream(values())
        .filter(role -> names.contains(role.word()))
        .forEach(role -> all.addAll(role.permissions()));
    return all;
  }
}
