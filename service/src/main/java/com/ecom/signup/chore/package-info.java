/** What a replica does now and then beside its requests. */
@NullMarked
package com.ecom.signup.chore;

import org.jspecify.annotations.NullMarked;
