/** Makes customers of registrations whose address somebody has confirmed. */
@NullMarked
package com.ecom.signup.confirmation;

import org.jspecify.annotations.NullMarked;
