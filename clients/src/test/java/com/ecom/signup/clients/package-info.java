/** Tries the clients that are generated from the published document. */
@NullMarked
package com.ecom.signup.clients;

import org.jspecify.annotations.NullMarked;
