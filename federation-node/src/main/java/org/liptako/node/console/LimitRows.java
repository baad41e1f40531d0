package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.exchange.pace.PaceLimit;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.pki.name.State;

/** Puts the limits that count now into words: over all States together, then with each. */
@Singleton
final class LimitRows {
    private final PaceLimits limits;
    private final State own;
    private final Clock clock;

    LimitRows(PaceLimits limits, NodeConfig node, Clock clock) {
        this.limits = limits;
        this.own = node.state();
        this.clock = clock;
    }

    List<LimitRow> rows(Words words) {
        List<PaceLimit> all = limits.all();
        return Stream.concat(
                        Stream.of(Optional.<State>empty()),
                        Stream.of(State.values()).filter(state -> state != own).map(Optional::of))
                .map(peer -> row(peer, all, words))
                .toList();
    }

    private LimitRow row(Optional<State> peer, List<PaceLimit> all, Words words) {
        LimitConfig limit = limits.of(peer);
        String by = all.stream()
                .filter(counts -> counts.limit().peer().equals(peer))
                .flatMap(counts -> counts.setBy().stream()
                        .map(who -> words.of(
                                "limit.set",
                                SignerNames.of(who, words),
                                counts.setAt().map(words::of).orElse(""))))
                .findFirst()
                .orElseGet(() -> words.of("limit.configured"));
        return new LimitRow(
                peer.map(State::name).orElse(""),
                peer.map(words::of).orElseGet(() -> words.of("limit.everybody")),
                limit.receive().map(ByteRate::toString).orElse(""),
                limit.serve().map(ByteRate::toString).orElse(""),
                limit.windows().toString(),
                words.of(
                        "limit.said",
                        rate(limit.receive(), words),
                        rate(limit.serve(), words),
                        hours(limit.windows(), words),
                        by));
    }

    private static String rate(Optional<ByteRate> rate, Words words) {
        return rate.map(ByteRate::toString).orElseGet(() -> words.of("limit.none"));
    }

    private String hours(DailyWindows windows, Words words) {
        if (windows.windows().isEmpty()) {
            return words.of("limit.always");
        }
        Instant now = clock.instant();
        String hours = words.of(
                windows.isOpen(now) ? "limit.open" : "limit.closed",
                windows,
                windows.zone().getId());
        return hours
                + windows.nextChange(now)
                        .map(change -> words.of("and") + words.of("limit.next", words.of(change)))
                        .orElse("");
    }
}
