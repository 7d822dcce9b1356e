package com.ecom.signup.infra;

/** Where a task listens. */
final class Ports {
  static final int PUBLIC = 8001;

  /** Health and metrics; nothing of the load balancer leads there but its health check. */
  static final int MANAGEMENT = 8002;

  static final int DATABASE = 5432;
  static final int HTTPS = 443;
  static final int HTTP = 80;

  private Ports() {}
}
