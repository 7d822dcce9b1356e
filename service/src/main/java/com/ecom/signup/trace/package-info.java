/** Follows a request from its head to the message that announces what it did. */
@NullMarked
package com.ecom.signup.trace;

import org.jspecify.annotations.NullMarked;
