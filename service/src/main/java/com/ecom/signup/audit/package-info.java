/** Who saw or changed what, when, from where and why: a trail that is only ever added to. */
@NullMarked
package com.ecom.signup.audit;

import org.jspecify.annotations.NullMarked;
