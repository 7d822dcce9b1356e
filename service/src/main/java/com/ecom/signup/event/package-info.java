/** Keeps what happened to customers until the topic has it. */
@NullMarked
package com.ecom.signup.event;

import org.jspecify.annotations.NullMarked;
