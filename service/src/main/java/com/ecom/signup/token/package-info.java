/** Secrets that the service hands out and recognises. */
@NullMarked
package com.ecom.signup.token;

import org.jspecify.annotations.NullMarked;
