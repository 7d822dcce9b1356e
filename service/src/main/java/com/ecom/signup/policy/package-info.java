/** What the shop has decided about registration. */
@NullMarked
package com.ecom.signup.policy;

import org.jspecify.annotations.NullMarked;
