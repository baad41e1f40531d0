package org.liptako.node.placement;

import io.micrometer.core.instrument.MeterRegistry;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that a person looks at it when two States' nodes do not agree on what the rules say: log, metric, journal. */
final class PlacementAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(PlacementAlarms.class);

    private final Journal journal;
    private final MeterRegistry meters;

    PlacementAlarms(Journal journal, MeterRegistry meters) {
        this.journal = journal;
        this.meters = meters;
    }

    /** @param code what kind, such as {@code FINDINGS_DIFFER} */
    void raise(String code, State about, Sentence words) {
        LOG.error("Alarm {} about {}: {}", code, about, words.en());
        meters.counter("liptako.placement.alarms", "code", code, "about", about.name())
                .increment();
        journal.append(new AlarmRaised(journal.now(), code, about, words));
    }
}
