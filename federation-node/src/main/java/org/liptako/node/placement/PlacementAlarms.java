package org.liptako.node.placement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that a person looks at it when two States' nodes do not agree on what the rules say: log, metric, journal. Thread-safe.
 *
 * <p>Another State's node decides how often this happens, so the metric counts every time, and the log and the journal are told of a kind once a minute.
 */
final class PlacementAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(PlacementAlarms.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Journal journal;
    private final MeterRegistry meters;
    private final Map<Kind, Instant> raised = new HashMap<>();

    private record Kind(String code, State about) {}

    PlacementAlarms(Journal journal, MeterRegistry meters) {
        this.journal = journal;
        this.meters = meters;
    }

    /** @param code what kind, such as {@code FINDINGS_DIFFER} */
    void raise(String code, State about, Sentence words) {
        meters.counter("liptako.placement.alarms", "code", code, "about", about.name())
                .increment();
        Instant now = journal.now();
        Kind kind = new Kind(code, about);
        if (isDue(kind, now)) {
            LOG.error("Alarm {} about {}: {}", code, about, words.en());
            try {
                journal.append(new AlarmRaised(now, code, about, words));
            } catch (RuntimeException e) {
                forget(kind);
                throw e;
            }
        }
    }

    /** One that could not be journaled is raised again. */
    private synchronized void forget(Kind kind) {
        raised.remove(kind);
    }

    private synchronized boolean isDue(Kind kind, Instant now) {
        Instant last = raised.get(kind);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        raised.put(kind, now);
        return true;
    }
}
