/**
 * Who may be sent advertising: what customers agreed to, in which words, and what they took back.
 */
@NullMarked
package com.ecom.signup.consent;

import org.jspecify.annotations.NullMarked;
