/** Sends events again that were delivered before. */
@NullMarked
package com.ecom.signup.replay;

import org.jspecify.annotations.NullMarked;
