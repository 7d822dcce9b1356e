package com.ecom.signup.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID provider says of itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param endSession where people sign out of it; null if it does not offer that
 */
record Provider(URI authorization, URI token, URI keys, @Nullable URI endSession) {}
