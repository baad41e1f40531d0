package org.liptako.node.exchange.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RepairPlacesTest {
    private static final List<DatasetVersion> COPIES = IntStream.range(0, 5)
            .mapToObj(number ->
                    new DatasetVersion(new DatasetId("ML-SANTE-2024"), new VersionRoot(("a" + number).repeat(32))))
            .toList();

    private static final Duration LONG = Duration.ofSeconds(40);

    private final Map<DatasetVersion, CountDownLatch> ends = new ConcurrentHashMap<>();
    private final Map<DatasetVersion, BooleanSupplier> rooms = new ConcurrentHashMap<>();
    private final List<DatasetVersion> begun = new CopyOnWriteArrayList<>();
    private final List<DatasetVersion> interrupted = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final RepairPlaces places = new RepairPlaces(() -> now, this::repair);

    @AfterEach
    void close() {
        places.close();
    }

    @Test
    void aSlowRepairHoldsUpNoOther() {
        places.offer(COPIES.subList(0, 2));
        await().atMost(LONG).until(() -> begun.size() == 2);
        finish(1);
        // The first one goes on meanwhile.
        for (int copy = 2; copy < 5; copy++) {
            DatasetVersion next = COPIES.get(copy);
            offerUntilBegun(List.of(COPIES.getFirst(), next), next);
            finish(copy);
        }
        assertThat(begun).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(COPIES);
    }

    @Test
    void asManyRunAsThereArePlacesAndWhoHasWaitedLongestComesNext() {
        places.offer(COPIES);
        await().atMost(LONG).until(() -> begun.size() == RepairPlaces.PLACES);
        places.offer(COPIES);
        assertThat(begun).containsExactlyInAnyOrderElementsOf(COPIES.subList(0, RepairPlaces.PLACES));

        finish(0);
        offerUntilBegun(COPIES, COPIES.get(3));
        finish(1);
        offerUntilBegun(COPIES, COPIES.get(4));
        finish(2);
        // Those that were tried come again in the order in which they ended.
        offerUntilBegun(COPIES, COPIES.get(0));
        assertThat(begun.subList(3, 5)).containsExactly(COPIES.get(3), COPIES.get(4));
        assertThat(begun.get(5)).isEqualTo(COPIES.get(0));
    }

    @Test
    void aRepairMakesRoomOnceItsTurnIsOverAndOnlyWhereAnotherWaits() {
        places.offer(COPIES.subList(0, RepairPlaces.PLACES));
        await().atMost(LONG).until(() -> rooms.size() == RepairPlaces.PLACES);
        BooleanSupplier first = Objects.requireNonNull(rooms.get(COPIES.getFirst()));
        now = now.plus(RepairPlaces.TURN);
        assertThat(first.getAsBoolean()).isFalse();
        places.offer(COPIES);
        assertThat(first.getAsBoolean()).isTrue();
        now = now.minusSeconds(1);
        assertThat(first.getAsBoolean()).isFalse();
    }

    @Test
    void oneThatRestedDoesNotPassThoseThatWaitedMeanwhile() {
        places.offer(COPIES.subList(0, 1));
        await().atMost(LONG).until(() -> begun.size() == 1);
        finish(0);
        offerUntilBegun(COPIES.subList(1, 4), COPIES.get(3));
        await().atMost(LONG).until(() -> begun.containsAll(COPIES.subList(1, 4)));
        places.offer(COPIES);
        finish(1);
        offerUntilBegun(COPIES, COPIES.get(4));
        assertThat(begun.getLast()).isEqualTo(COPIES.get(4));
    }

    @Test
    void closingEndsWhatRunsAndBeginsNothingMore() {
        places.offer(COPIES);
        await().atMost(LONG).until(() -> begun.size() == RepairPlaces.PLACES);
        places.close();
        assertThat(interrupted).containsExactlyInAnyOrderElementsOf(COPIES.subList(0, RepairPlaces.PLACES));
        places.offer(COPIES);
        assertThat(begun).hasSize(RepairPlaces.PLACES);
    }

    private void repair(DatasetVersion version, BooleanSupplier makesRoom) throws InterruptedException {
        rooms.put(version, makesRoom);
        CountDownLatch end = new CountDownLatch(1);
        ends.put(version, end);
        begun.add(version);
        try {
            end.await();
        } catch (InterruptedException e) {
            interrupted.add(version);
            throw e;
        }
    }

    private void finish(int copy) {
        Objects.requireNonNull(ends.get(COPIES.get(copy))).countDown();
    }

    private void offerUntilBegun(List<DatasetVersion> due, DatasetVersion awaited) {
        int before = begun.size();
        await().atMost(LONG).until(() -> {
            places.offer(due);
            return begun.stream().skip(before).anyMatch(awaited::equals);
        });
    }
}
