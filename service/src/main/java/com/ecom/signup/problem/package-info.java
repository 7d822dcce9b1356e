/** What can go wrong for a caller: one catalogue for all routes. */
@NullMarked
package com.ecom.signup.problem;

import org.jspecify.annotations.NullMarked;
