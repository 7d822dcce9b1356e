/** The pages that people open in a browser: sign-up and the documentation of the routes. */
@NullMarked
package com.ecom.signup.page;

import org.jspecify.annotations.NullMarked;
