/** What the build does to a packaged service, so that it starts faster. */
@NullMarked
package com.ecom.signup.local.packaging;

import org.jspecify.annotations.NullMarked;
