package org.liptako.node.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.liptako.pki.validation.Validation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refused certificate chains by reason, and logs why.
 *
 * <p>TLS has no words for a refusal, so the reason stands only here: in the metric {@code liptako.tls.refusals} and in
 * the log. Strangers decide how often this happens; the log gets one line a second at most, the metric all.
 */
final class TlsRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(TlsRefusals.class);

    private final MeterRegistry metrics;
    private final Clock clock;
    private final AtomicLong lastLogged = new AtomicLong();

    TlsRefusals(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Of a stranger who calls, or of a server that was called. */
    void record(String side, Validation.Rejected rejected) {
        count(side, rejected.reason().name());
        if (mayLog()) {
            LOG.atWarn()
                    .addKeyValue("side", side)
                    .addKeyValue("reason", rejected.reason())
                    .addKeyValue("detail", rejected.detail())
                    .log(
                            "Chain refused: {} / {}",
                            rejected.reason().french(),
                            rejected.reason().english());
        }
    }

    /** A chain that is good in itself, of a party that was not expected here. */
    void recordStranger(String side, String reason, String sentence) {
        count(side, reason);
        if (mayLog()) {
            LOG.atWarn().addKeyValue("side", side).addKeyValue("reason", reason).log(sentence);
        }
    }

    private void count(String side, String reason) {
        metrics.counter("liptako.tls.refusals", "side", side, "reason", reason).increment();
    }

    private boolean mayLog() {
        long second = clock.instant().getEpochSecond();
        return lastLogged.getAndSet(second) != second;
    }
}
