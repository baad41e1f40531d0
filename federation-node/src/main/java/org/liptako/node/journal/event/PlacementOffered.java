package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/** The host State would take the copy: it has judged, permits, and says so before the home State grants. */
public record PlacementOffered(
        Instant at,
        RequestId request,
        PlacementTerms terms,
        SignedStatement homeStatement,
        SignedStatement hostStatement,
        Digest ruleSet,
        Instant expires)
        implements PlacementDecided {}
