package com.ecom.signup.lookup;

import com.ecom.signup.batch.Limits;
import io.smallrye.config.ConfigMapping;

/** How much the coalescing look-up takes on. */
@ConfigMapping(prefix = "signup.lookup")
interface LookupLimits extends Limits {}
