package com.ecom.signup.consent;

import com.ecom.signup.consent.Origin.Channel;
import jakarta.inject.Singleton;

/** Whether it is enough to agree, or the address has to be confirmed as well. */
@Singleton
public final class OptIn {
  private final ConsentSettings settings;

  OptIn(ConsentSettings settings) {
    this.settings = settings;
  }

  /**
   * What it is that somebody says who agrees to these words. Pages and callers can be given
   * anybody's address; who comes by mail or signed in has shown that it is theirs.
   */
  public Statement of(Wording wording, Origin origin, boolean addressConfirmed) {
    boolean anybodys = origin.channel() == Channel.PAGE || origin.channel() == Channel.API;
    return settings.doubleOptIn() && anybodys && !addressConfirmed
        ? Statement.asked(wording, origin)
        : Statement.granted(wording, origin);
  }
}
