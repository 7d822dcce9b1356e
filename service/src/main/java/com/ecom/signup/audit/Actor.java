package com.ecom.signup.audit;

/**
 * Who did it, and from where.
 *
 * @param subject the id of a member of staff, of a key, or the name of a part of the service
 * @param kind how they are known: {@code operator-token}, {@code api-key}, {@code person} or {@code
 *     service}
 * @param address that they called from; IPv6 by its /64
 * @param requestId of the request, to find it in logs
 */
public record Actor(String subject, String kind, String address, String requestId) {
  /** A part of the service that does something by itself, or goes on with what was ordered. */
  public static Actor service(String name, String requestId) {
    return new Actor(name, "service", "-", requestId);
  }
}
