package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * Something happened that a person must look at: a journal that contradicts itself, findings that differ between States.
 *
 * @param code what kind, such as {@code JOURNAL_CONTRADICTS}
 * @param about the State concerned
 * @param dataset the one that the words name; null if they name none, and in entries that were written before it was kept
 */
public record AlarmRaised(
        Instant at,
        String code,
        State about,
        Sentence words,
        @Nullable DatasetId dataset) implements JournalEvent {
    /** One that names no dataset. */
    public AlarmRaised(Instant at, String code, State about, Sentence words) {
        this(at, code, about, words, null);
    }
}
