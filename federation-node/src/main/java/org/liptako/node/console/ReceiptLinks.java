package org.liptako.node.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/** Where receipts are had, for readers who may have them made. */
final class ReceiptLinks {
    private ReceiptLinks() {}

    /** Of a copy that lies there, or of its erasure; of one that is neither there nor erased there is none. */
    static List<FileLink> ofCopy(ReplicaStatement copy, Words words) {
        String which = "?dataset=" + copy.dataset() + "&site=" + copy.site();
        ReplicaStatus status = copy.state().status();
        if (status == ReplicaStatus.ERASED) {
            return List.of(new FileLink("/receipts/erasure" + which, words.of("receipt.erasure")));
        }
        return status.isCopy() ? List.of(new FileLink("/receipts/copy" + which, words.of("receipt.copy"))) : List.of();
    }

    /**
     * Of all copies of a dataset.
     *
     * @param at empty for now
     */
    static FileLink ofState(DatasetId dataset, Optional<Instant> at, Words words) {
        return new FileLink(
                "/receipts/state?dataset=" + dataset
                        + at.map(instant -> "&at=" + instant).orElse(""),
                words.of(at.isPresent() ? "receipt.then" : "receipt.state"));
    }
}
