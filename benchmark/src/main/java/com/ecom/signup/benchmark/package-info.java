/** Measures the packaged service: what it does in a second, what that costs, how it starts. */
@NullMarked
package com.ecom.signup.benchmark;

import org.jspecify.annotations.NullMarked;
