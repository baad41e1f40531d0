package org.liptako.node.journal.serving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.serving.PayloadRights.Judged;
import org.liptako.node.journal.serving.PayloadRights.Secret;
import org.liptako.pki.name.State;

/**
 * This State's journal as a reader may see it. What is withheld is remembered, and given once it may be seen: before any later entry on the same dataset, so that
 * the reader is told of each in the order of the journal. One thread.
 */
final class ReaderView {
    /** How many entries are given again at once, and how many datasets looked at while nothing happens. */
    private static final int AT_ONCE = 1_000;

    /** Of more entries the reader asks when it begins to read anew: no journal may fill this node's memory. */
    private static final int MOST_REMEMBERED = 200_000;

    private final Journal journal;
    private final PayloadRights rights;
    private final State reader;
    /** Withheld once and perhaps no more. */
    private final NavigableSet<Long> again;
    /** What is withheld, by dataset and reason; the dataset that was looked at longest ago comes first. */
    private final Map<DatasetId, Map<Secret, NavigableSet<Long>>> withheld = new LinkedHashMap<>();

    private int remembered;

    /** @param before indices of entries that the reader has as their commitments */
    ReaderView(Journal journal, PayloadRights rights, State reader, Collection<Long> before) {
        this.journal = journal;
        this.rights = rights;
        this.reader = reader;
        this.again = new TreeSet<>(before);
    }

    /** Looks at entries that come next; what they open, or something else has, is to be given before them. */
    Judged look(List<JournalEntry> next) {
        if (reader == journal.state()) {
            return new Judged(Set.of(), Map.of());
        }
        Judged judged = rights.judge(reader, next);
        Collection<DatasetId> asked =
                next.isEmpty() ? withheld.keySet().stream().limit(AT_ONCE).toList() : judged.named();
        List<Secret> reasons = asked.stream()
                .flatMap(dataset -> withheld.getOrDefault(dataset, Map.of()).keySet().stream())
                .toList();
        if (!reasons.isEmpty()) {
            rights.ended(reader, reasons).forEach(this::end);
            asked.forEach(this::toTheEnd);
        }
        return judged;
    }

    private void end(Secret reason) {
        Map<Secret, NavigableSet<Long>> ofDataset = withheld.getOrDefault(reason.dataset(), new HashMap<>());
        NavigableSet<Long> entries = ofDataset.remove(reason);
        if (entries != null) {
            again.addAll(entries);
            remembered -= entries.size();
        }
        if (ofDataset.isEmpty()) {
            withheld.remove(reason.dataset());
        }
    }

    private void toTheEnd(DatasetId dataset) {
        Map<Secret, NavigableSet<Long>> ofDataset = withheld.remove(dataset);
        if (ofDataset != null) {
            withheld.put(dataset, ofDataset);
        }
    }

    /** Whether there is something to be given again. */
    boolean isBehind() {
        return !again.isEmpty();
    }

    /** Some of what may be seen by now, in order. */
    List<JournalEntry> givenAgain() {
        List<Long> indices = new ArrayList<>();
        while (indices.size() < AT_ONCE && isBehind()) {
            indices.add(again.removeFirst());
        }
        List<JournalEntry> entries = journal.read(indices);
        Judged judged = rights.judge(reader, entries);
        remember(judged);
        return entries.stream()
                .filter(entry ->
                        entry.opened().isPresent() && !judged.withheld().containsKey(entry.index()))
                .toList();
    }

    /** The entries that were looked at, as far as the reader may see them. */
    List<JournalEntry> given(List<JournalEntry> next, Judged judged) {
        remember(judged);
        return next.stream()
                .map(entry -> judged.withheld().containsKey(entry.index()) ? entry.asSecret() : entry)
                .toList();
    }

    private void remember(Judged judged) {
        judged.withheld().forEach((index, reason) -> {
            if (remembered < MOST_REMEMBERED
                    && withheld.computeIfAbsent(reason.dataset(), none -> new LinkedHashMap<>())
                            .computeIfAbsent(reason, none -> new TreeSet<>())
                            .add(index)) {
                remembered++;
            }
        });
    }
}
