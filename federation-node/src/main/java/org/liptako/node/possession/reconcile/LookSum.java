package org.liptako.node.possession.reconcile;

import java.util.List;
import java.util.Map;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.pki.name.State;

/**
 * What a look came to.
 *
 * @param matched versions that lie here as the journals say
 * @param underWay versions that are being received, mended, sealed or erased
 * @param found how many findings of each kind; files that are no copy are one
 * @param strangers how many files are no copy
 * @param examples the first of them
 * @param notHeard States whose journal was not read for so long that nothing can be said of what is unmatched with them
 * @param unread datasets whose bytes could not be read
 */
public record LookSum(
        long matched,
        long underWay,
        Map<HoldingKind, Long> found,
        long strangers,
        List<String> examples,
        FindingJournal.Said said,
        List<State> notHeard,
        List<String> unread) {
    public LookSum {
        found = Map.copyOf(found);
        examples = List.copyOf(examples);
        notHeard = List.copyOf(notHeard);
        unread = List.copyOf(unread);
    }

    /** How many findings of a kind. */
    public long of(HoldingKind kind) {
        return found.getOrDefault(kind, 0L);
    }
}
