package com.ecom.signup.local.aws;

/** The services that the stand-in plays, so that a test can break one and leave the other. */
public enum Service {
  SNS,
  SECRETS_MANAGER,
  SES
}
