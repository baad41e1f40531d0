package org.liptako.node.exchange.transfer;

/** What is to follow a transfer's turn. */
enum DriveEnd {
    /** Whatever its record says; it may go on at once. */
    NOW,
    /** Another process of this State is at it; a look now and then whether it has left. */
    ELSEWHERE,
    /** Another try after a while, for this one did not help. */
    LATER,
    /** Another try after a while, and until then its source is left alone. */
    SOURCE_SILENT
}
