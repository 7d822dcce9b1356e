/** Starts the whole service on a laptop: PostgreSQL, what stands in for AWS, and the service. */
@NullMarked
package com.ecom.signup.local;

import org.jspecify.annotations.NullMarked;
