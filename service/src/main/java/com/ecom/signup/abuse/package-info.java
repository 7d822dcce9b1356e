/** Tells people who register from programs that register, and bounds what either may ask for. */
@NullMarked
package com.ecom.signup.abuse;

import org.jspecify.annotations.NullMarked;
