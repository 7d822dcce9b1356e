package com.ecom.signup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoleTest {
  @Test
  void letsAuditorsChangeNothingAndSeeNobody() {
    assertThat(Role.AUDITOR.permissions())
        .allMatch(permission -> permission.scope().endsWith(":read"))
        .doesNotContain(Permission.CUSTOMERS_READ, Permission.QUARANTINE_READ);
  }

  @Test
  void letsSupportNeitherEraseNorTakeEverybodyOutNorMakeKeys() {
    assertThat(Role.SUPPORT.permissions())
        .doesNotContain(
            Permission.CUSTOMERS_ERASE,
            Permission.CUSTOMERS_EXPORT,
            Permission.CUSTOMERS_IMPORT,
            Permission.EVENTS_WRITE,
            Permission.AUDIT_READ,
            Permission.KEYS_WRITE);
  }

  @Test
  void givesNothingForNamesThatAreNoRoles() {
    assertThat(Role.permissions(Set.of("admin", "SUPPORT", "offline_access"))).isEmpty();
    assertThat(Role.permissions(Set.of("support", "auditor")))
        .contains(Permission.AUDIT_READ, Permission.CUSTOMERS_WRITE);
  }

  @Test
  void isReadWhereProvidersWriteIt() {
    JWTClaimsSet keycloak = claims("realm_access", Map.of("roles", List.of("support")));
    JWTClaimsSet cognito = claims("cognito:groups", List.of("auditor"));
    JWTClaimsSet other = claims("https://roles.example/of", "support auditor");

    assertThat(Roles.of(keycloak, "")).containsExactly("support");
    assertThat(Roles.of(cognito, "")).containsExactly("auditor");
    assertThat(Roles.of(other, "https://roles.example/of"))
        .containsExactlyInAnyOrder("support", "auditor");
    assertThat(Roles.of(keycloak, "cognito:groups")).isEmpty();
  }

  private static JWTClaimsSet claims(String name, Object value) {
    return new JWTClaimsSet.Builder().claim(name, value).build();
  }
}
