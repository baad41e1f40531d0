package org.liptako.node.possession.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.pki.name.State;

/** One look at a site, as it goes: what was counted, and where its findings are kept. Used by one thread. */
final class Look {
    /** So many names of files that are no copy are told; the rest is counted. */
    private static final int MOST_EXAMPLES = 20;

    private final UUID id = UUID.randomUUID();
    private final LookStore store;
    private final LookProgress progress;
    private final Map<HoldingKind, Long> found = new EnumMap<>(HoldingKind.class);
    private final List<String> examples = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private final Set<State> notHeard = new TreeSet<>();
    private long listed;
    private long compared;
    private long matched;
    private long there;
    private long underWay;
    private long strangers;

    Look(LookStore store, LookProgress progress) {
        this.store = store;
        this.progress = progress;
    }

    UUID id() {
        return id;
    }

    void found(HoldingFinding finding) {
        keep(finding, 0);
    }

    /** It was no difference after all. */
    void mistaken(HoldingFinding finding) {
        if (store.remove(id, finding)) {
            found.merge(finding.cause().kind(), -1L, Long::sum);
        }
    }

    private void keep(HoldingFinding finding, long files) {
        if (store.put(id, finding, files)) {
            found.merge(finding.cause().kind(), 1L, Long::sum);
        }
    }

    void stranger(String name) {
        strangers++;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(name);
        }
    }

    /** All files that are no copy are one finding. */
    void strangersAt(HoldingFinding finding) {
        if (strangers > 0) {
            keep(finding, strangers);
        }
    }

    void listed() {
        listed++;
        tell();
    }

    void compared() {
        compared++;
        tell();
    }

    void reading(String dataset, long done, long chunks) {
        progress.at(new LookProgress.Stage(listed, compared, dataset, done, chunks));
    }

    private void tell() {
        reading("", 0, 0);
    }

    /** A sealed copy lies where it should, matched or not. */
    void there() {
        there++;
    }

    /** How many sealed copies lie where they should. */
    long copiesThere() {
        return there;
    }

    void matched() {
        matched++;
    }

    void underWay() {
        underWay++;
    }

    void unread(String dataset) {
        unread.add(dataset);
    }

    void notHeard(State state) {
        notHeard.add(state);
    }

    LookSum sum(FindingJournal.Said said) {
        return new LookSum(
                matched,
                underWay,
                found,
                strangers,
                List.copyOf(examples),
                said,
                List.copyOf(notHeard),
                List.copyOf(unread));
    }
}
