package com.ecom.signup.customer;

/** A field of the registration form, in the order in which violations are reported. */
public enum Field {
  FIRST_NAME("first_name", 100),
  LAST_NAME("last_name", 100),
  /** 254 octets: a path of RFC 5321, 4.5.3.1.3, is 256 with its angle brackets. */
  EMAIL_ID("email_id", 254),
  PHONE("phone", 40),
  PROVINCE("province", 100),
  CITY("city", 100),
  POSTALCODE("postalcode", 20),
  COUNTRY("country", 100);

  private final String key;
  private final int limit;

  Field(String key, int limit) {
    this.key = key;
    this.limit = limit;
  }

  /** The name in JSON and in forms. */
  public String key() {
    return key;
  }

  /**
   * The most that {@link Rule#TOO_LONG} lets pass: Unicode code points after trimming and NFC, for
   * {@link #EMAIL_ID} octets of UTF-8.
   */
  public int limit() {
    return limit;
  }
}
