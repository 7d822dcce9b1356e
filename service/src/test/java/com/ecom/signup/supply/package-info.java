/** What others made and we deploy: whose it is, under which licence, and what is known of it. */
@NullMarked
package com.ecom.signup.supply;

import org.jspecify.annotations.NullMarked;
