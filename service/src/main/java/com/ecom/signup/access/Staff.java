package com.ecom.signup.access;

import com.ecom.signup.environment.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The people whom an OpenID provider knows, where there is one. */
@Singleton
public final class Staff {
  private final Optional<PersonTokens> tokens;
  private final Optional<SignIn> signIn;

  Staff(Environment environment, Clock clock) {
    Optional<Discovery> discovery =
        environment.openId().map(openId -> new Discovery(openId, clock));
    tokens = environment.openId().map(openId -> new PersonTokens(openId, discovery.orElseThrow()));
    signIn =
        environment
            .openId()
            .map(openId -> new SignIn(openId, discovery.orElseThrow(), tokens.orElseThrow()));
  }

  Optional<PersonTokens> tokens() {
    return tokens;
  }

  /** The way in by the provider; empty where there is none. */
  public Optional<SignIn> signIn() {
    return signIn;
  }
}
