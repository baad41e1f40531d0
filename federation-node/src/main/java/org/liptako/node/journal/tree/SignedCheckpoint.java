package org.liptako.node.journal.tree;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.SignedNote;

/**
 * A checkpoint as this State has signed it.
 *
 * @param size how many entries it stands for
 * @param at when it was signed; the note itself bears no time
 */
public record SignedCheckpoint(long size, Digest root, SignedNote note, Instant at) {}
