/** Tests of what a customer is. */
@NullMarked
package com.ecom.signup.customer;

import org.jspecify.annotations.NullMarked;
