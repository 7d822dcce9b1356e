/** Corrects customers on behalf of those who help them, and lets them count or no longer. */
@NullMarked
package com.ecom.signup.care;

import org.jspecify.annotations.NullMarked;
