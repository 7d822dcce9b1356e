/** Where the service runs, and what it needs to be told there. */
@NullMarked
package com.ecom.signup.environment;

import org.jspecify.annotations.NullMarked;
