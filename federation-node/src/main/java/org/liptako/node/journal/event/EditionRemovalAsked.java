package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;

/** An officer would take away an edition that another has submitted; it waits on until one more agrees. */
public record EditionRemovalAsked(
        Instant at, String jurisdiction, long version, Digest edition, String by, String certificate, String key)
        implements EditionStep {}
