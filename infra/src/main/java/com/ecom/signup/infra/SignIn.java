package com.ecom.signup.infra;

import java.util.Map;

/**
 * The OpenID provider that knows the people who operate an environment.
 *
 * @param issuer its address; empty where there is none, and the operator's token alone lets in
 * @param client what it knows the service by
 * @param roles the claim that has the roles; empty for the usual ones
 */
record SignIn(String issuer, String client, String roles) {
  static final SignIn NONE = new SignIn("", "", "");

  /** As variables of the service, which takes an empty one for none. */
  Map<String, String> variables() {
    return Map.of("OIDC_ISSUER", issuer, "OIDC_CLIENT_ID", client, "OIDC_ROLES_CLAIM", roles);
  }
}
