/** The HTTP edge: routes, bodies, and answers in the shape that the old clients know. */
@NullMarked
package com.ecom.signup.http;

import org.jspecify.annotations.NullMarked;
