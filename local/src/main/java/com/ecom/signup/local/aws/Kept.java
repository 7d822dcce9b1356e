package com.ecom.signup.local.aws;

/** What the journal keeps. */
sealed interface Kept permits Publication, Mail {}
