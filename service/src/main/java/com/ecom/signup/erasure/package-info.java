/** Erases people: one operation through every owner of personal data. */
@NullMarked
package com.ecom.signup.erasure;

import org.jspecify.annotations.NullMarked;
