package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.queue.QueueView;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.State;

class ExpectedEndsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final long MB = 1_000_000;

    private final Map<GrantSerial, Long> rates = new HashMap<>();
    private final ExpectedEnds ends = new ExpectedEnds(
            new ExpectedEnds.Speeds() {
                @Override
                public long of(GrantSerial grant) {
                    return rates.getOrDefault(grant, 0L);
                }

                @Override
                public long from(State source) {
                    return source == State.ML ? 10 * MB : 0;
                }
            },
            (source, from, bytes, aSecond) -> Optional.of(from.plusSeconds((long) Math.ceil(bytes / aSecond))));

    @Test
    void whatRunsEndsByItsOwnRate() {
        QueuedTransfer running = queued(1, State.ML, 1000 * MB);
        rates.put(running.grant(), 5 * MB);

        assertThat(of(List.of(running), List.of())).containsEntry(running.grant(), NOW.plusSeconds(200));
    }

    @Test
    void whatWaitsEndsAfterWhatIsBeforeIt() {
        QueuedTransfer running = queued(1, State.ML, 1000 * MB);
        QueuedTransfer next = queued(2, State.ML, 2000 * MB);
        QueuedTransfer last = queued(3, State.ML, 3000 * MB);
        rates.put(running.grant(), 10 * MB);

        assertThat(of(List.of(running), List.of(next, last)))
                .containsEntry(next.grant(), NOW.plusSeconds(300))
                .containsEntry(last.grant(), NOW.plusSeconds(600));
    }

    @Test
    void smallOnesShareTheLinkWithABigOneAndDoNotWaitForIt() {
        QueuedTransfer big = queued(1, State.ML, 1000 * MB);
        QueuedTransfer small = queued(2, State.ML, 50 * MB);

        assertThat(of(List.of(big), List.of(small)))
                .containsEntry(small.grant(), NOW.plusSeconds(10))
                .containsEntry(big.grant(), NOW.plusSeconds(105));
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        QueuedTransfer ofASilentSource = queued(1, State.NE, 1000 * MB);
        QueuedTransfer ofNoKnownSize = queued(2, State.ML, 0);

        assertThat(of(List.of(), List.of(ofASilentSource, ofNoKnownSize))).isEmpty();
    }

    private Map<GrantSerial, Instant> of(List<QueuedTransfer> running, List<QueuedTransfer> waiting) {
        return ends.of(new QueueView(running, waiting), NOW);
    }

    private static QueuedTransfer queued(int number, State source, long bytes) {
        return new QueuedTransfer(
                new GrantSerial("ML-%032x".formatted(number)),
                new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("%064x".formatted(number))),
                source,
                TransferPriority.NORMAL,
                NOW,
                bytes,
                true);
    }
}
