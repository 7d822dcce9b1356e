/** Finds customers that may be one person, and merges them when somebody says so. */
@NullMarked
package com.ecom.signup.merge;

import org.jspecify.annotations.NullMarked;
