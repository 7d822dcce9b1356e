package com.ecom.signup.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The policies of this shop. */
@ConfigMapping(prefix = "signup")
public interface Policies {
  /** When a registration makes a customer. */
  @WithDefault("immediate")
  Activation activation();

  /** Who is told that an address is registered. */
  @WithDefault("open")
  Existence existence();

  /** Whether customers are made by confirmation only. */
  default boolean confirms() {
    return activation() == Activation.CONFIRMED_EMAIL;
  }

  /** Whether answers must not tell known addresses from others. */
  default boolean isUniform() {
    return existence() == Existence.UNIFORM;
  }
}
