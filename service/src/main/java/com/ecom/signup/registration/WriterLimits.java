package com.ecom.signup.registration;

import com.ecom.signup.batch.Limits;
import com.ecom.signup.environment.Positive;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How much the coalescing writer takes on. */
@ConfigMapping(prefix = "signup.registration")
interface WriterLimits extends Limits {
  /**
   * Batches in flight at once. With two, one is written while the other is committed, answered and
   * gathered; PostgreSQL works on one batch with one core.
   */
  @Override
  @WithDefault("2")
  @WithConverter(Positive.class)
  int lanes();
}
