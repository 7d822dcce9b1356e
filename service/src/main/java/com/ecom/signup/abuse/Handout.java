package com.ecom.signup.abuse;

/**
 * What a form is handed out with.
 *
 * @param ticket to be sent back with it, and the challenge of its work
 * @param challengeBits zero bits that SHA-256 of the ticket, a colon and a decimal counter is to
 *     begin with; no work is asked for at 0
 */
public record Handout(String ticket, int challengeBits) {}
