/** Who may do what: callers, how they prove themselves, and their permissions. */
@NullMarked
package com.ecom.signup.access;

import org.jspecify.annotations.NullMarked;
