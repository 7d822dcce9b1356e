package com.ecom.signup.customer;

/**
 * What is known about a customer, in the form that is stored.
 *
 * @param province the code of a Canadian province; elsewhere free text, maybe empty
 * @param postalCode {@code M5V 2T6}; elsewhere free text, maybe empty
 * @param country ISO 3166-1 alpha-2, in upper case
 * @param asTyped what was repaired, before it was
 */
public record CustomerDetails(
    String firstName,
    String lastName,
    EmailAddress email,
    PhoneNumber phone,
    String province,
    String city,
    String postalCode,
    String country,
    AsTyped asTyped) {

  /**
   * What the customer typed, trimmed and in NFC: events carry it, as they always did. The address
   * and the phone number keep their own.
   */
  public record AsTyped(String province, String postalCode) {
    @Override
    public String toString() {
      return "AsTyped[***]";
    }
  }

  /**
   * Whether a second registration says nothing new, and so is a safe retry: spelling does not count
   * where the clean form settles it.
   */
  public boolean sameAs(CustomerDetails other) {
    return email.key().equals(other.email.key())
        && phone.e164().equals(other.phone.e164())
        && firstName.equals(other.firstName)
        && lastName.equals(other.lastName)
        && province.equals(other.province)
        && city.equals(other.city)
        && postalCode.equals(other.postalCode)
        && country.equals(other.country);
  }

  @Override
  public String toString() {
    return "CustomerDetails[***]";
  }
}
