/** Answers whether an address belongs to an active customer. */
@NullMarked
package com.ecom.signup.lookup;

import org.jspecify.annotations.NullMarked;
