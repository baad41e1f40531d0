package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.OperationsPage.ServingLines;
import org.liptako.node.operations.availability.AvailabilityDesk.Report;
import org.liptako.node.registry.Alarm;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.pki.name.State;

/** Reads how the node does from its parts. */
@Singleton
final class OperationsReader {
    private static final int MOST_ALARMS = 50;

    private final PartRows parts;
    private final CoverageRows coverage;
    private final ServingRows serving;
    private final Registry registry;
    private final NodeConfig node;
    private final Clock clock;

    OperationsReader(
            PartRows parts,
            CoverageRows coverage,
            ServingRows serving,
            Registry registry,
            NodeConfig node,
            Clock clock) {
        this.parts = parts;
        this.coverage = coverage;
        this.serving = serving;
        this.registry = registry;
        this.node = node;
        this.clock = clock;
    }

    OperationsPage read(Words words) {
        return new OperationsPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                parts.rows(words),
                coverage.rows(words),
                registry.alarms(node.state()).stream()
                        .sorted(Comparator.comparing(Alarm::at).reversed())
                        .limit(MOST_ALARMS)
                        .map(alarm -> row(alarm, words))
                        .toList(),
                serving(words));
    }

    private List<ServingLines> serving(Words words) {
        Report report = serving.present();
        return Stream.of(State.values())
                .map(state -> new ServingLines(words.of(state), ServingRows.of(report, state, words)))
                .toList();
    }

    private static AlarmRow row(Alarm alarm, Words words) {
        return new AlarmRow(
                alarm.at().toString(),
                words.of(alarm.at()),
                alarm.code(),
                words.of(alarm.words()),
                EnumNames.of(ErrorCode.class, alarm.code())
                        .map(code -> words.of(code.meaning()))
                        .orElse(""));
    }
}
