package com.ecom.signup.registration;

import com.ecom.signup.batch.Limits;
import io.smallrye.config.ConfigMapping;

/** How much the coalescing writer takes on. */
@ConfigMapping(prefix = "signup.registration")
interface WriterLimits extends Limits {}
