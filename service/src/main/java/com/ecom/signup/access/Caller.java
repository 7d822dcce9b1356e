package com.ecom.signup.access;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody known who calls.
 *
 * @param subject who, as the identity provider or the table of keys names them; never a customer
 */
public record Caller(String subject, Kind kind, Set<Permission> permissions) {
  /** The caller with the token that the service was started with: bootstrap and emergency. */
  public static final Caller OPERATOR_TOKEN =
      new Caller("operator-token", Kind.OPERATOR_TOKEN, Role.OPERATOR.permissions());

  public Caller {
    permissions = Set.copyOf(permissions);
  }

  /** How a caller is known. */
  public enum Kind {
    OPERATOR_TOKEN,
    API_KEY,
    /** By an OpenID provider. */
    PERSON;

    /** As {@code api-key}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether they may. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
