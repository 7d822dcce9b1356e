/** What a laptop needs instead of AWS: PostgreSQL, a stand-in for SNS and Secrets Manager. */
@NullMarked
package com.ecom.signup.local;

import org.jspecify.annotations.NullMarked;
