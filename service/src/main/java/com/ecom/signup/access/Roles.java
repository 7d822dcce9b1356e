package com.ecom.signup.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that a token names. */
final class Roles {
  private static final Set<String> USUAL = Set.of("realm_access.roles", "cognito:groups");

  private Roles() {}

  /**
   * Those at a claim, of whose name each dot is a step into an object unless there is a claim of
   * the whole name; or those where Keycloak and Amazon Cognito write them, if it is empty.
   */
  static Set<String> of(JWTClaimsSet claims, String claim) {
    Set<String> roles = new HashSet<>();
    for (String place : claim.isEmpty() ? USUAL : Set.of(claim)) {
      add(roles, at(claims.getClaims(), place));
    }
    return roles;
  }

  private static @Nullable Object at(Map<?, ?> claims, String place) {
    if (claims.containsKey(place)) {
      return claims.get(place);
    }
    int dot = place.indexOf('.');
    return dot > 0 && claims.get(place.substring(0, dot)) instanceof Map<?, ?> inner
        ? at(inner, place.substring(dot + 1))
        : null;
  }

  /** A list of words, or one text with spaces between them. */
  private static void add(Set<String> roles, @Nullable Object value) {
    if (value instanceof Collection<?> all) {
      all.forEach(one -> roles.add(String.valueOf(one)));
    } else if (value instanceof String text) {
      roles.addAll(Arrays.asList(text.split(" ", -1)));
    }
  }
}
