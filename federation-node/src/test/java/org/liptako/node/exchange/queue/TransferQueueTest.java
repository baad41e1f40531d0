package org.liptako.node.exchange.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.State;

class TransferQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final long BIG = 8L << 30;
    private static final long SMALL = 32L << 20;
    private static final long TINY = 1L << 20;

    private final TransferQueue queue = new TransferQueue(
            new QueueSlots(new QueueSlots.Kind(6, 5), new QueueSlots.Kind(4, 3), new QueueSlots.Kind(2, 1)));

    @Test
    void whatMattersMoreComesFirstAndOfEqualsWhatWasOrderedFirst() {
        put(1, State.ML, TransferPriority.LOW, SMALL);
        put(2, State.ML, TransferPriority.NORMAL, SMALL);
        put(3, State.ML, TransferPriority.NORMAL, SMALL);
        put(4, State.NE, TransferPriority.URGENT, SMALL);

        assertThat(taken()).containsExactly(4, 2, 3, 1);
    }

    @Test
    void smallOnesDoNotStandBehindBigOnes() {
        put(1, State.ML, TransferPriority.NORMAL, BIG);
        put(2, State.ML, TransferPriority.NORMAL, BIG);
        put(3, State.ML, TransferPriority.NORMAL, SMALL);
        put(4, State.ML, TransferPriority.NORMAL, SMALL);

        assertThat(taken()).containsExactly(1, 3, 4);
    }

    @Test
    void bigOnesDoNotStandBehindAThousandSmallOnes() {
        for (int number = 1; number <= 1000; number++) {
            put(number, State.ML, TransferPriority.NORMAL, SMALL);
        }
        put(1001, State.ML, TransferPriority.NORMAL, BIG);

        assertThat(taken()).containsExactly(1, 2, 3, 1001);
    }

    @Test
    void tinyOnesDoNotStandBehindSmallOnesAndHaveMorePlaces() {
        for (int number = 1; number <= 4; number++) {
            put(number, State.ML, TransferPriority.NORMAL, SMALL);
        }
        for (int number = 5; number <= 1000; number++) {
            put(number, State.ML, TransferPriority.NORMAL, TINY);
        }
        put(1001, State.NE, TransferPriority.LOW, TINY);

        assertThat(taken()).containsExactly(1, 2, 3, 5, 6, 7, 8, 9, 1001);
    }

    @Test
    void whatTurnsOutToBeSmallMakesRoomForTinyOnesOrForThoseOrderedBeforeIt() {
        put(1, State.ML, TransferPriority.NORMAL, 0);
        assertThat(taken()).containsExactly(1);
        assertThat(queue.mustYield(serial(1), SMALL, NOW, queued -> true)).isFalse();
        for (int number = 2; number <= 6; number++) {
            put(number, State.ML, TransferPriority.NORMAL, TINY);
        }
        assertThat(taken()).as("it has another place now").containsExactly(2, 3, 4, 5, 6);
        put(7, State.ML, TransferPriority.NORMAL, SMALL);
        put(8, State.ML, TransferPriority.NORMAL, SMALL);
        assertThat(taken()).containsExactly(7, 8);

        assertThat(queue.mustYield(serial(2), SMALL, NOW, queued -> true)).isTrue();
    }

    @Test
    void oneSourceDoesNotHaveEveryPlace() {
        for (int number = 1; number <= 8; number++) {
            put(number, State.ML, TransferPriority.NORMAL, SMALL);
        }
        put(9, State.NE, TransferPriority.LOW, SMALL);

        assertThat(taken()).containsExactly(1, 2, 3, 9);
    }

    @Test
    void oneSourceDoesNotHaveEveryPlaceOfBigOnesEither() {
        put(1, State.ML, TransferPriority.URGENT, BIG);
        put(2, State.ML, TransferPriority.URGENT, BIG);
        put(3, State.NE, TransferPriority.LOW, BIG);

        assertThat(taken()).containsExactly(1, 3);
    }

    @Test
    void twoOfOneVersionNeverRunAtOnce() {
        QueuedTransfer first = queued(1, State.ML, TransferPriority.NORMAL, SMALL);
        queue.put(first, NOW);
        queue.put(
                new QueuedTransfer(
                        serial(2), first.version(), State.ML, TransferPriority.NORMAL, NOW.plusSeconds(2), SMALL, true),
                NOW);
        assertThat(taken()).containsExactly(1);

        queue.ended(serial(1));

        assertThat(taken()).containsExactly(2);
    }

    @Test
    void aBigOneMakesRoomForABigOneThatMattersMoreAndForNothingElse() {
        put(1, State.ML, TransferPriority.NORMAL, BIG);
        put(2, State.ML, TransferPriority.NORMAL, SMALL);
        assertThat(taken()).containsExactly(1, 2);
        put(3, State.ML, TransferPriority.NORMAL, BIG);
        assertThat(yields(1)).isFalse();
        assertThat(yields(2)).isFalse();

        put(4, State.ML, TransferPriority.HIGH, BIG);

        assertThat(yields(1)).isTrue();
        assertThat(yields(2)).isFalse();
        queue.ended(serial(1));
        put(1, State.ML, TransferPriority.NORMAL, BIG);
        assertThat(taken()).containsExactly(4);
    }

    @Test
    void nothingMakesRoomForWhatCouldNotRunAnyway() {
        put(1, State.ML, TransferPriority.LOW, BIG);
        assertThat(taken()).containsExactly(1);
        put(2, State.ML, TransferPriority.URGENT, BIG);

        assertThat(queue.mustYield(serial(1), BIG, NOW, queued -> false)).isFalse();
    }

    @Test
    void whatTurnsOutToBeBigMakesRoomWhereBigOnesHaveTheirPlaces() {
        put(1, State.ML, TransferPriority.NORMAL, BIG);
        put(2, State.ML, TransferPriority.NORMAL, 0);
        assertThat(taken()).containsExactly(1, 2);

        assertThat(queue.mustYield(serial(2), BIG, NOW, queued -> true)).isTrue();
        queue.ended(serial(1));
        assertThat(queue.mustYield(serial(2), BIG, NOW, queued -> true)).isFalse();
    }

    @Test
    void aNewPriorityCountsForOneThatRuns() {
        put(1, State.ML, TransferPriority.NORMAL, BIG);
        assertThat(taken()).containsExactly(1);
        put(2, State.ML, TransferPriority.HIGH, BIG);
        put(1, State.ML, TransferPriority.URGENT, BIG);

        assertThat(yields(1)).isFalse();
    }

    @Test
    void nobodyRunsBeforeItsTime() {
        queue.put(queued(1, State.ML, TransferPriority.NORMAL, SMALL), NOW.plusSeconds(1));

        assertThat(taken()).isEmpty();
        assertThat(queue.take(NOW.plusSeconds(1), queued -> true)).isPresent();
    }

    private boolean yields(int number) {
        QueuedTransfer held = queue.view().running().stream()
                .filter(queued -> number(queued) == number)
                .findFirst()
                .orElseThrow();
        return queue.mustYield(held.grant(), held.bytesLeft(), NOW, queued -> true);
    }

    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (Optional<QueuedTransfer> next = take(); next.isPresent(); next = take()) {
            taken.add(number(next.get()));
        }
        return taken;
    }

    private Optional<QueuedTransfer> take() {
        return queue.take(NOW, queued -> true);
    }

    private void put(int number, State source, TransferPriority priority, long bytes) {
        queue.put(queued(number, source, priority, bytes), NOW);
    }

    private static QueuedTransfer queued(int number, State source, TransferPriority priority, long bytes) {
        return new QueuedTransfer(
                serial(number),
                new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("%064x".formatted(number))),
                source,
                priority,
                NOW.minusSeconds(10_000).plusSeconds(number),
                bytes,
                true);
    }

    private static GrantSerial serial(int number) {
        return new GrantSerial("ML-%032x".formatted(number));
    }

    private static int number(QueuedTransfer queued) {
        return Integer.parseInt(queued.grant().value().substring(3), 16);
    }
}
