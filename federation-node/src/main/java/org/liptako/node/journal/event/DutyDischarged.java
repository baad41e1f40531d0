package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of the State that owes a duty has discharged it.
 *
 * @param source what founds the duty; with dataset, rule and code it gives the duty's identifier again
 * @param doneAt when it was done, by that person's word; not after {@code at}
 * @param by who says so, as the node identified them
 * @param certificate SHA-256 of their certificate, hexadecimal
 * @param key SHA-256 over its public key, hexadecimal; null in entries that were written before it was kept
 */
public record DutyDischarged(
        Instant at,
        DutyId duty,
        DatasetId dataset,
        String source,
        String rule,
        String code,
        Instant doneAt,
        String by,
        String certificate,
        @Nullable String key,
        DutyEvidence evidence,
        @Nullable String note)
        implements JournalEvent {

    /** Whether it names the duty that its parts make. */
    public boolean namesItsDuty() {
        return dataset.home()
                .filter(home -> DutyId.of(home, source, rule, code).equals(duty))
                .isPresent();
    }
}
