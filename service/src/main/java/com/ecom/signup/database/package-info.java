/** Connections to PostgreSQL: their bounded waits, their password, the schema they find. */
@NullMarked
package com.ecom.signup.database;

import org.jspecify.annotations.NullMarked;
