/**
 * Lets people see, correct and erase what is known of them, once they have proved their address.
 */
@NullMarked
package com.ecom.signup.account;

import org.jspecify.annotations.NullMarked;
