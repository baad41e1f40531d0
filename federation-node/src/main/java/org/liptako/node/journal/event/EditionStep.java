package org.liptako.node.journal.event;

import org.liptako.pki.evidence.Digest;

/** What an officer has done with an edition of rules that waits for signatures, before it is published: {@link RuleSetPublished} says when it is. */
public sealed interface EditionStep extends JournalEvent
        permits EditionRemovalAsked, EditionRemoved, EditionSigned, EditionSubmitted {
    /** Whose rules: a State's code, or AES. */
    String jurisdiction();

    /** The edition's number. */
    long version();

    /** The digest of its document. */
    Digest edition();

    /** Who did it, as the node identified them. */
    String by();

    /** SHA-256 of their certificate, hexadecimal. */
    String certificate();

    /** SHA-256 over its public key, hexadecimal. */
    String key();
}
