/** What memory this process takes. */
@NullMarked
package com.ecom.signup.memory;

import org.jspecify.annotations.NullMarked;
