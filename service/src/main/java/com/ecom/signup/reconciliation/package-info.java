/** Looks for customers that were never announced and for events of nobody, and mends them. */
@NullMarked
package com.ecom.signup.reconciliation;

import org.jspecify.annotations.NullMarked;
