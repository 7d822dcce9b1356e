package com.ecom.signup.abuse;

/**
 * A registration that is well-formed, before anything is done for it.
 *
 * @param client as {@link ClientAddress} says
 * @param addressKey of the address to be registered
 * @param mailDomain of that key
 */
public record Attempt(
    String client,
    String addressKey,
    String mailDomain,
    String firstName,
    String lastName,
    Channel channel) {
  @Override
  public String toString() {
    return "Attempt[***]";
  }
}
