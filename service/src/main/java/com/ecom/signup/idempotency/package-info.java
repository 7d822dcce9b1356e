/** Recognises requests that are sent again with the same key. */
@NullMarked
package com.ecom.signup.idempotency;

import org.jspecify.annotations.NullMarked;
