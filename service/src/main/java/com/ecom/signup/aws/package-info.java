/** Implements the seams to AWS: the topic in SNS, the password in Secrets Manager. */
@NullMarked
package com.ecom.signup.aws;

import org.jspecify.annotations.NullMarked;
