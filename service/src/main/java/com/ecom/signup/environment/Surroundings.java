package com.ecom.signup.environment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Gives the others what lies outside of the program: settings, time and chance. */
@Singleton
final class Surroundings {
  @Produces
  @Singleton
  Environment environment() {
    return Environment.of(System.getenv());
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }
}
