/** PostgreSQL as a child process: kept between starts for a laptop, thrown away after tests. */
@NullMarked
package com.ecom.signup.local.database;

import org.jspecify.annotations.NullMarked;
