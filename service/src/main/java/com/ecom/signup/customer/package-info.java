/** What a customer is: a form as it was sent, the rules, and values that exist only when valid. */
@NullMarked
package com.ecom.signup.customer;

import org.jspecify.annotations.NullMarked;
