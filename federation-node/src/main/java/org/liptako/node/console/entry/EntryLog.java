package org.liptako.node.console.entry;

import io.micrometer.core.instrument.MeterRegistry;
import org.liptako.node.identity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each entry, refusal and leave where calls are written, so that one log tells who did what, by page or by command; counts them in the metric {@code
 * liptako.console.entries} by outcome. No secret stands in a line.
 */
public final class EntryLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.liptako.node.access");

    private final MeterRegistry metrics;

    EntryLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void entered(Caller caller) {
        note("console/enter", caller.party().toString(), "OK");
    }

    /** @param address whence they came, as the connection says it */
    void refused(EntryRefusal why, String address) {
        count("console/enter", why.name());
        LOG.atInfo()
                .addKeyValue("method", "console/enter")
                .addKeyValue("from", address)
                .addKeyValue("status", why.name())
                .log("page");
    }

    void ended(String party, EntryRefusal why) {
        note("console/end", party, why.name());
    }

    void left(String party) {
        note("console/leave", party, "OK");
    }

    /** That somebody asked for a page, or sent a form, and with which HTTP status it was answered. */
    public void page(Caller caller, String act, int status) {
        line(act, caller.party().toString(), Integer.toString(status));
    }

    private void note(String act, String party, String status) {
        count(act, status);
        line(act, party, status);
    }

    private void count(String act, String status) {
        metrics.counter("liptako.console.entries", "act", act, "status", status).increment();
    }

    private static void line(String act, String party, String status) {
        LOG.atInfo()
                .addKeyValue("method", act)
                .addKeyValue("caller", party)
                .addKeyValue("status", status)
                .log("page");
    }
}
