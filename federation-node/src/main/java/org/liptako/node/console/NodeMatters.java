package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.JournalStatus;
import org.liptako.node.journal.PeerJournals;

/** Puts into words what of the node itself waits for an administrator: alarms, its certificate, the trust state, silent peers. */
@Singleton
final class NodeMatters {
    /** A certificate lives a day and is renewed at half its life: one with less left has missed a renewal. */
    static final Duration LEAST_LEFT = Duration.ofHours(10);

    private static final int MOST_ALARMS = 10;

    private final AlarmWords alarms;
    private final PartRows parts;
    private final NodeIdentity identity;
    private final NodeTrust trust;
    private final PeerJournals journals;
    private final NodeConfig node;
    private final Clock clock;

    NodeMatters(
            AlarmWords alarms,
            PartRows parts,
            NodeIdentity identity,
            NodeTrust trust,
            PeerJournals journals,
            NodeConfig node,
            Clock clock) {
        this.alarms = alarms;
        this.parts = parts;
        this.identity = identity;
        this.trust = trust;
        this.journals = journals;
        this.node = node;
        this.clock = clock;
    }

    List<MatterRow> rows(Words words) {
        Instant now = clock.instant();
        List<MatterRow> rows = new ArrayList<>();
        parts.troubles(words)
                .forEach(
                        part -> rows.add(row("bad", words.of("matter.part", part.part(), part.status()), part.mend())));
        alarms.rows(words, MOST_ALARMS).forEach(alarm -> rows.add(row("bad", alarm.alarm(), alarm.when())));
        Instant ends = identity.credential().certificate().getNotAfter().toInstant();
        rows.add(row(
                ends.isBefore(now.plus(LEAST_LEFT)) ? "bad" : "good",
                words.of("matter.certificate", words.of(ends)),
                words.of("matter.certificate.more")));
        trust.nextUpdate()
                .filter(next -> !now.isBefore(next))
                .ifPresent(late ->
                        rows.add(row("bad", words.of("matter.trust", words.of(late)), words.of("matter.trust.more"))));
        journals.statuses().stream()
                .filter(status -> status.state() != node.state() && !status.reachable())
                .map(JournalStatus::state)
                .forEach(silent -> rows.add(
                        row("bad", words.of("matter.silent", words.of(silent)), words.of("matter.silent.more"))));
        return rows;
    }

    private static MatterRow row(String tone, String matter, String more) {
        return new MatterRow(tone, matter, more, "/operations");
    }
}
