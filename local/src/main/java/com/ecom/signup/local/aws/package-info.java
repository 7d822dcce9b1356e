/**
 * A stand-in for SNS and Secrets Manager that speaks their wire protocols, and a page that shows
 * what was published.
 */
@NullMarked
package com.ecom.signup.local.aws;

import org.jspecify.annotations.NullMarked;
