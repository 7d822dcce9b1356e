package com.ecom.signup.admission;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What requests are told that are turned away. */
@FunctionalInterface
public interface Refusals {
  /**
   * Turns a request away.
   *
   * @param peer where the connection comes from
   * @param waited since it was read, in nanoseconds
   * @return the whole answer, after which the connection stays open; null if this is a request that
   *     is not turned away
   */
  byte @Nullable [] refuse(RequestHead head, InetAddress peer, long waited);
}
