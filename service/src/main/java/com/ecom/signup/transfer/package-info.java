/** Moves customers in and out: files that are imported, exports, what is known of one person. */
@NullMarked
package com.ecom.signup.transfer;

import org.jspecify.annotations.NullMarked;
