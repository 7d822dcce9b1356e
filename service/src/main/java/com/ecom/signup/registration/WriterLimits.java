package com.ecom.signup.registration;

import com.ecom.signup.batch.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How much the coalescing writer takes on. */
@ConfigMapping(prefix = "signup.registration")
interface WriterLimits extends Limits {
  /**
   * Batches in flight at once. PostgreSQL works on one batch with one core; with two, one is
   * written while the other is committed, answered and gathered. Where the service has less than
   * the time of one processor, one is better: the larger its batches, the less of it each takes.
   */
  @Override
  @WithDefault(Lanes.AUTO)
  @WithConverter(Lanes.class)
  int lanes();
}
