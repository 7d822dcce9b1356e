/** The registration service: its entry point. */
@NullMarked
package com.ecom.signup;

import org.jspecify.annotations.NullMarked;
