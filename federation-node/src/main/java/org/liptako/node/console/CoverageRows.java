package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.JournalStatus;
import org.liptako.node.journal.PeerJournals;
import org.liptako.pki.name.State;

/** Puts into words how current each State's part of what is shown is. */
@Singleton
final class CoverageRows {
    private final PeerJournals journals;
    private final NodeConfig node;

    CoverageRows(PeerJournals journals, NodeConfig node) {
        this.journals = journals;
        this.node = node;
    }

    /** In the order of the States. */
    List<CoverageRow> rows(Words words) {
        return journals.statuses().stream().map(status -> row(status, words)).toList();
    }

    /** The same, each by its State. */
    Map<State, CoverageRow> byState(Words words) {
        Map<State, CoverageRow> rows = new EnumMap<>(State.class);
        journals.statuses().forEach(status -> rows.put(status.state(), row(status, words)));
        return rows;
    }

    private CoverageRow row(JournalStatus status, Words words) {
        String state = words.of(status.state());
        String size = Long.toString(status.chain().length());
        if (status.state() == node.state()) {
            return new CoverageRow(state, true, words.of("coverage.own", size));
        }
        return status.lastHeard()
                .map(heard -> new CoverageRow(
                        state,
                        status.reachable(),
                        words.of(status.reachable() ? "coverage.current" : "coverage.stale", size, words.of(heard))))
                .orElseGet(() -> new CoverageRow(state, false, words.of("coverage.never")));
    }
}
