package org.liptako.node.exchange.transfer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.pki.name.State;

/** How transfers stand, for whoever watches the node: looked at when it is asked for, and not more often than every few seconds. Thread-safe. */
final class TransferGauges {
    private static final Duration LASTS = Duration.ofSeconds(5);

    private final QueueDesk desk;
    private final TransferRates rates;
    private final LinkWatch links;
    private final Clock clock;
    private Map<TransferWait, Long> waits = Map.of();
    private Instant looked = Instant.EPOCH;

    TransferGauges(QueueDesk desk, TransferRates rates, LinkWatch links, Clock clock) {
        this.desk = desk;
        this.rates = rates;
        this.links = links;
        this.clock = clock;
    }

    /** Shows them in a registry, which keeps this alive. */
    public void showIn(MeterRegistry registry) {
        for (TransferWait wait : TransferWait.values()) {
            Gauge.builder("liptako.exchange.transfers", () -> transfers(wait))
                    .description("Transfers into this site that are not over, by what they wait for.")
                    .tag("waits", wait.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        for (State peer : State.values()) {
            Gauge.builder("liptako.exchange.rate", () -> rates.from(peer))
                    .description("What comes from a State now, and is kept.")
                    .baseUnit("bytes_per_second")
                    .tag("peer", peer.name())
                    .register(registry);
            Gauge.builder(
                            "liptako.exchange.link.slow",
                            () -> links.speed(peer).slowSince().isPresent() ? 1 : 0)
                    .description("1 while a link brings clearly less than it did.")
                    .tag("peer", peer.name())
                    .register(registry);
        }
    }

    private synchronized long transfers(TransferWait wait) {
        Instant now = clock.instant();
        if (now.isAfter(looked.plus(LASTS))) {
            Map<TransferWait, Long> counted = new EnumMap<>(TransferWait.class);
            desk.open().forEach(report -> counted.merge(report.transfer().waitsFor(), 1L, Long::sum));
            waits = counted;
            looked = now;
        }
        return waits.getOrDefault(wait, 0L);
    }
}
