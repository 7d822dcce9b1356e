/** Hands mails to a server that speaks SMTP. */
@NullMarked
package com.ecom.signup.smtp;

import org.jspecify.annotations.NullMarked;
