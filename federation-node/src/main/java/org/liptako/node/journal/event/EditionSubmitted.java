package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;

/** An edition was put before the officers, to be signed. */
public record EditionSubmitted(
        Instant at, String jurisdiction, long version, Digest edition, String by, String certificate, String key)
        implements EditionStep {}
