/** Ports that are free. */
@NullMarked
package com.ecom.signup.local.port;

import org.jspecify.annotations.NullMarked;
