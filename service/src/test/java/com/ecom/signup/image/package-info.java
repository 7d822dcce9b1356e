/** Tests of the image in which the service is deployed, and of the files that describe it. */
@org.jspecify.annotations.NullMarked
package com.ecom.signup.image;
