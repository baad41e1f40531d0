package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * Something happened that a person must look at: a journal that contradicts itself, findings that differ between States.
 *
 * @param code what kind, such as {@code JOURNAL_CONTRADICTS}
 * @param about the State concerned
 */
public record AlarmRaised(Instant at, String code, State about, Sentence words) implements JournalEvent {}
