/** Counts and times what the service does, and shows it to those who watch. */
@NullMarked
package com.ecom.signup.metrics;

import org.jspecify.annotations.NullMarked;
