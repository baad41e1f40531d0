package org.liptako.node.exchange.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The counters of the exchange, since the node started. Thread-safe. */
public final class ExchangeMeter {
    private final Counter sent;
    private final Counter received;
    private final Counter receivedTwice;
    private final Counter wrongChunks;
    private final Counter damaged;
    private final Counter unreadable;
    private final Counter attempts;
    private final Counter retries;
    private final DistributionSummary goodput;

    public ExchangeMeter(MeterRegistry registry) {
        sent = counter(registry, "liptako.exchange.sent", "Bytes of chunks sent to other nodes.", "bytes");
        received = counter(registry, "liptako.exchange.received", "Bytes of chunks received.", "bytes");
        receivedTwice = counter(
                registry, "liptako.exchange.received.twice", "Bytes of chunks received that had come before.", "bytes");
        wrongChunks = counter(
                registry, "liptako.exchange.wrong", "Chunks received that were not what the manifest names.", "chunks");
        damaged = counter(
                registry,
                "liptako.exchange.damaged",
                "Chunks of versions held here that are not, or no longer, what the manifest names; none was sent.",
                "chunks");
        unreadable = counter(
                registry,
                "liptako.exchange.unreadable",
                "Chunks that were to be given, and that the store did not let be read then; nothing is known of their bytes.",
                "chunks");
        attempts = counter(
                registry, "liptako.exchange.attempts", "Attempts at transfers, first ones included.", "attempts");
        retries = counter(
                registry, "liptako.exchange.retries", "Attempts at transfers that were not the first.", "attempts");
        goodput = DistributionSummary.builder("liptako.exchange.goodput")
                .description("Proved and durable bytes a second, for each attempt that ended.")
                .baseUnit("bytes_per_second")
                .register(registry);
    }

    public void sent(int bytes) {
        sent.increment(bytes);
    }

    public void received(long bytes, long twice) {
        received.increment((double) bytes);
        receivedTwice.increment((double) twice);
    }

    public void wrongChunks(int count) {
        wrongChunks.increment(count);
    }

    public void damagedChunk() {
        damaged.increment();
    }

    public void unreadableChunk() {
        unreadable.increment();
    }

    /**
     * An attempt begins.
     *
     * @param first whether none went before
     */
    public void attempt(boolean first) {
        attempts.increment();
        if (!first) {
            retries.increment();
        }
    }

    /** An attempt that made so many bytes durable in this time. */
    public void attemptEnded(long bytes, Duration time) {
        if (bytes > 0 && !time.isZero()) {
            goodput.record(bytes * 1e9 / time.toNanos());
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String unit) {
        return Counter.builder(name).description(description).baseUnit(unit).register(registry);
    }
}
