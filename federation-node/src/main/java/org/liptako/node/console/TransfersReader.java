package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.State;

/** Reads the page of all transfers into this data centre from the desk that operators speak to. */
@Singleton
final class TransfersReader {
    private static final int MOST_OPEN = 100;
    private static final int MOST_OVER = 20;
    private static final int MOST_LOOKED_AT = 200;

    private final QueueDesk desk;
    private final Registry registry;
    private final LimitRows limits;
    private final PageRights rights;
    private final NodeConfig node;
    private final Clock clock;

    TransfersReader(
            QueueDesk desk, Registry registry, LimitRows limits, PageRights rights, NodeConfig node, Clock clock) {
        this.desk = desk;
        this.registry = registry;
        this.limits = limits;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    /** Those that are not over, and the last of those that are. */
    TransfersPage read(Words words, Caller reader) {
        List<TransferReport> stopped = desk.open().stream()
                .filter(report -> report.transfer().state() == TransferState.STOPPED)
                .toList();
        List<TransferReport> underWay = desk.queue().stream()
                .filter(report -> report.transfer().state().isUnderWay())
                .toList();
        List<TransferReport> over = desk.newest(MOST_LOOKED_AT).stream()
                .filter(report -> report.transfer().state().isOver())
                .limit(MOST_OVER)
                .toList();
        List<TransferReport> open =
                Stream.concat(stopped.stream(), underWay.stream()).toList();
        PauseRows pauses = new PauseRows(words);
        return new TransfersPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                counts(stopped, underWay, words),
                end(underWay)
                        .map(end -> words.of("transfers.end", words.of(end)))
                        .orElse(""),
                desk.pauses().stream().map(pauses::row).toList(),
                TransferRows.of(registry, open.stream().limit(MOST_OPEN).toList(), words),
                open.size() > MOST_OPEN ? words.of("transfers.more", open.size() - MOST_OPEN) : "",
                TransferRows.of(registry, over, words),
                limits.rows(words),
                rights.allowsHere(reader, Route.PAUSE),
                scopes(pauses));
    }

    private static String counts(List<TransferReport> stopped, List<TransferReport> underWay, Words words) {
        long running = underWay.stream()
                .filter(report -> report.transfer().state() == TransferState.RUNNING)
                .count();
        return words.of("transfers.counts", stopped.size(), running, underWay.size() - running);
    }

    /** When the last of them should be whole, if that can be said of each. */
    private static Optional<Instant> end(List<TransferReport> underWay) {
        boolean foreseen =
                underWay.stream().allMatch(report -> report.expectedEnd().isPresent());
        return foreseen
                ? underWay.stream()
                        .flatMap(report -> report.expectedEnd().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private List<Choice> scopes(PauseRows pauses) {
        Stream<PauseScope> states =
                Stream.of(State.values()).filter(state -> state != node.state()).map(PauseScope.FromState::new);
        Stream<PauseScope> all = Stream.of(new PauseScope.Everything());
        return Stream.concat(all, states)
                .map(scope -> new Choice(scope.key(), pauses.scope(scope), false))
                .toList();
    }
}
