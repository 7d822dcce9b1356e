package com.ecom.signup.audit;

/**
 * An entry with the hash that is stored with it.
 *
 * @param hash {@link Entry#hash()} of an entry that nobody has changed since
 */
public record StoredEntry(Entry entry, String hash) {}
