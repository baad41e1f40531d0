package org.liptako.node.journal.event;

import org.liptako.pki.evidence.Digest;

/** A step by which a State decides on a placement, and answers for it: it can be judged again from what the entry holds and the rules it names. */
public sealed interface PlacementDecided extends JournalEvent
        permits PlacementAccepted, PlacementGranted, PlacementOffered, PlacementRefused {
    /** The request decided on. */
    RequestId request();

    /** What was asked. */
    PlacementTerms terms();

    /** The digest of the rules that the State judged by. */
    Digest ruleSet();
}
