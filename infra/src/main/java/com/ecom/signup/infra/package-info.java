/** The environments that the service runs in, and the way from a merge to them. */
@NullMarked
package com.ecom.signup.infra;

import org.jspecify.annotations.NullMarked;
