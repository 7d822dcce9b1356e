package com.ecom.signup.reconciliation;

/**
 * What a pass has found.
 *
 * @param customers those that were registered here and so should have been announced
 * @param missing customers without a registration event
 * @param waiting customers whose registration event waits for its first delivery
 * @param parked customers whose registration event is parked
 * @param discarded customers whose registration event an operator has given up
 * @param orphans events, not given up, of customers that are not there
 * @param repaired events that the pass wrote or gave up
 */
public record Findings(
    long customers,
    long missing,
    long waiting,
    long parked,
    long discarded,
    long orphans,
    long repaired) {}
