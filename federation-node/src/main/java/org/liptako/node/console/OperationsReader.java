package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.OperationsPage.ServingLines;
import org.liptako.node.identity.Caller;
import org.liptako.node.operations.DrainDesk;
import org.liptako.node.operations.availability.AvailabilityDesk.Report;
import org.liptako.pki.name.State;

/** Reads how the node does from its parts. */
@Singleton
final class OperationsReader {
    private static final int MOST_ALARMS = 50;
    private static final int MOST_SEARCHED = 1_000;

    private final PartRows parts;
    private final CoverageRows coverage;
    private final ServingRows serving;
    private final AlarmWords alarms;
    private final DrainDesk drains;
    private final PageRights rights;
    private final NodeConfig node;
    private final Clock clock;

    OperationsReader(
            PartRows parts,
            CoverageRows coverage,
            ServingRows serving,
            AlarmWords alarms,
            DrainDesk drains,
            PageRights rights,
            NodeConfig node,
            Clock clock) {
        this.parts = parts;
        this.coverage = coverage;
        this.serving = serving;
        this.alarms = alarms;
        this.drains = drains;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    OperationsPage read(Caller reader, Words words) {
        return new OperationsPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                parts.rows(words),
                coverage.rows(words),
                alarms.rows(words, MOST_ALARMS),
                serving(words),
                rights.allowsHere(reader, Route.DRAIN) ? DrainView.of(drains.others(), words) : null);
    }

    /** The latest alarms of one kind, and what to do about them. */
    AlarmPage alarms(String code, Words words) {
        return new AlarmPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                code,
                AlarmWords.meaning(code, words),
                AlarmWords.steps(code, words),
                alarms.rows(words, MOST_SEARCHED).stream()
                        .filter(alarm -> alarm.code().equals(code))
                        .limit(MOST_ALARMS)
                        .toList());
    }

    private List<ServingLines> serving(Words words) {
        Report report = serving.present();
        return Stream.of(State.values())
                .map(state -> new ServingLines(words.of(state), ServingRows.of(report, state, words)))
                .toList();
    }
}
