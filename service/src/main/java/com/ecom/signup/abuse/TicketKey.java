package com.ecom.signup.abuse;

import java.util.function.Supplier;

/**
 * The secret that tickets are signed with. All replicas need the same one, as a form that one
 * handed out is sent to another.
 */
@FunctionalInterface
public interface TicketKey extends Supplier<byte[]> {}
