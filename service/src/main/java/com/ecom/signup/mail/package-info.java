/** Writes mails with what gives reason for them, and sends each at least once. */
@NullMarked
package com.ecom.signup.mail;

import org.jspecify.annotations.NullMarked;
