package com.ecom.signup;

/** People who register. */
public final class Registrants {
  private Registrants() {}

  /** A registration that every rule accepts. */
  public static String registration(String address) {
    return registration(address, "Asha");
  }

  /** The same with another first name. */
  public static String registration(String address, String firstName) {
    return """
    {"first_name": "%s", "last_name": "Patel", "email_id": "%s", "phone": "+14165550123", \
    "province": "ON", "city": "Toronto", "postalcode": "M5V 2T6"}\
    """
        .formatted(firstName, address);
  }

  /** A customer for {@code /v1/customers} that every rule accepts. */
  public static String customer(String address) {
    return """
    {"first_name": "Asha", "last_name": "Patel", "email": "%s", "phone": "+14165550123", \
    "province": "ON", "city": "Toronto", "postal_code": "M5V 2T6"}\
    """
        .formatted(address);
  }

  /** The body of a look-up. */
  public static String lookup(String address) {
    return "{\"email_id\": \"%s\"}".formatted(address);
  }
}
