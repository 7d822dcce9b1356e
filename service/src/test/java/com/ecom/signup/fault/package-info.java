/** What happens to registrations when something fails: nothing is lost, nothing is doubled. */
@NullMarked
package com.ecom.signup.fault;

import org.jspecify.annotations.NullMarked;
