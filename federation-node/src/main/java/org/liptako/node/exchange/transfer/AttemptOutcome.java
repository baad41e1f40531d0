package org.liptako.node.exchange.transfer;

import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.wire.Sentence;

/** How one attempt at a transfer ended. */
sealed interface AttemptOutcome {
    /** The replica is whole and out of staging; the journal does not say so yet. */
    record Whole(ManifestHeader header) implements AttemptOutcome {}

    /** To be tried again by itself. */
    record Again(TransferWait waitsFor, Sentence reason) implements AttemptOutcome {}

    /** Nothing will change by trying again. */
    record Stopped(TransferWait waitsFor, Sentence reason) implements AttemptOutcome {}
}
