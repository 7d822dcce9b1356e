/**
 * A stand-in for SNS, SES and Secrets Manager that speaks their wire protocols, and a page that
 * shows what was published and mailed.
 */
@NullMarked
package com.ecom.signup.local.aws;

import org.jspecify.annotations.NullMarked;
