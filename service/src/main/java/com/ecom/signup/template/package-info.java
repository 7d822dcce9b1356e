/** Fills texts in the languages of the shop into pages and mails. */
@NullMarked
package com.ecom.signup.template;

import org.jspecify.annotations.NullMarked;
