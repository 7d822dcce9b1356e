/**
 * Admission of new connections: a crowd of them waits outside of the event loop, and what would
 * wait too long is turned away there, at the cost of little more than reading it.
 */
@NullMarked
package com.ecom.signup.admission;

import org.jspecify.annotations.NullMarked;
