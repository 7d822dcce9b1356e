/** Registers customers: the one write that a shopper waits for. */
@NullMarked
package com.ecom.signup.registration;

import org.jspecify.annotations.NullMarked;
