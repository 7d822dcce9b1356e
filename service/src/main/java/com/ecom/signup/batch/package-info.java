/**
 * Gathers calls that arrive while the database is busy, so that many share one statement and one
 * commit.
 */
@NullMarked
package com.ecom.signup.batch;

import org.jspecify.annotations.NullMarked;
