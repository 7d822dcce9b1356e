package com.ecom.signup.infra;

import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/** The domain that mails are sent from, known to SES and signed by it. */
final class Mails {
  private final EmailIdentity identity;

  Mails(Construct scope, Environment environment) {
    identity =
        EmailIdentity.Builder.create(scope, "Sender")
            .identity(Identity.domain(environment.mailDomain()))
            .dkimSigning(true)
            .build();
  }

  String identityArn() {
    return identity.getEmailIdentityArn();
  }
}
