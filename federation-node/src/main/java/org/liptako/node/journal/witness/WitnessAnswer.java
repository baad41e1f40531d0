package org.liptako.node.journal.witness;

import org.liptako.pki.tlog.NoteSignature;

/** What a witness answers who asks for a cosignature in good order; a contradiction is a failure. */
public sealed interface WitnessAnswer {
    /** It has cosigned. */
    record Cosigned(NoteSignature signature) implements WitnessAnswer {}

    /** Growth was to be shown from another size on. */
    record FromElsewhere(long knownSize) implements WitnessAnswer {}
}
