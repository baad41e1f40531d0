package org.liptako.node.placement.duty;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how many duties are overdue, and how many are open; not a number while the database is away. Thread-safe. */
final class DutyMeter {
    private static final Logger LOG = LoggerFactory.getLogger(DutyMeter.class);
    /** Counting reads the whole register: the two gauges share a count, however often they are asked. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Duties duties;
    private final Clock clock;
    private final Map<DutyStatus, Long> counts = new EnumMap<>(DutyStatus.class);
    private Instant counted = Instant.MIN;

    DutyMeter(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    void register(MeterRegistry meters) {
        Stream.of(DutyStatus.OVERDUE, DutyStatus.OPEN)
                .forEach(status -> Gauge.builder("liptako.duties", this, meter -> meter.count(status))
                        .description("Duties that people owe, by how they stand.")
                        .tag("status", status.name().toLowerCase(Locale.ROOT))
                        .strongReference(true)
                        .register(meters));
    }

    private synchronized double count(DutyStatus status) {
        Instant now = clock.instant();
        if (Duration.between(counted, now).abs().compareTo(FRESH) >= 0) {
            try {
                counts.clear();
                counts.putAll(duties.owed());
                counted = now;
            } catch (JdbiException away) {
                Faults.warn(LOG, away, "The duties cannot be counted.");
                return Double.NaN;
            }
        }
        return counts.getOrDefault(status, 0L);
    }
}
