package org.liptako.node.exchange.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** A limit over minutes that last milliseconds: the clock is set by hand, the chunks are numbers. */
class PaceTest {
    private static final int CHUNK = 1 << 20;
    private static final double RATE = 10_000_000;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private long now;
    private OptionalLong inAll = OptionalLong.of((long) RATE);
    private OptionalLong ofMali = OptionalLong.empty();

    @Test
    void keepsALimitWithinFivePerCentOverTenSeconds() {
        try (Pace pace = pace();
                PaceShare share = share(pace, State.ML)) {
            double taken = taken(Duration.ofSeconds(10), List.of(share)).getFirst();

            assertThat(taken).isCloseTo(10 * RATE, within(0.05 * 10 * RATE));
        }
    }

    @Test
    void keepsItAlsoAfterALongRest() {
        try (Pace pace = pace();
                PaceShare share = share(pace, State.ML)) {
            taken(Duration.ofSeconds(1), List.of(share));
            now += TimeUnit.HOURS.toNanos(1);

            double taken = taken(Duration.ofSeconds(10), List.of(share)).getFirst();

            assertThat(taken).isCloseTo(10 * RATE, within(0.05 * 10 * RATE));
        }
    }

    @Test
    void sharesALimitEvenlyHoweverOftenEachAsks() {
        try (Pace pace = pace();
                PaceShare eager = share(pace, State.ML);
                PaceShare modest = share(pace, State.NE)) {
            List<Double> taken = taken(Duration.ofSeconds(10), List.of(eager, eager, eager, eager, modest));
            double ofEager = taken.subList(0, 4).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();

            assertThat(ofEager).isCloseTo(taken.getLast(), within(2.0 * CHUNK));
            assertThat(ofEager + taken.getLast()).isCloseTo(10 * RATE, within(0.05 * 10 * RATE));
        }
    }

    @Test
    void aTransferDoesNotGetMoreByEverNewCalls() {
        try (Pace pace = pace();
                PaceShare lasting = share(pace, State.NE)) {
            double byNewCalls = 0;
            double byOne = 0;
            PaceShare call = share(pace, State.ML);
            PaceShare next = share(pace, State.ML);
            for (long end = now + TimeUnit.SECONDS.toNanos(10); now < end; now += STEP) {
                byOne += (double) CHUNK * lasting.take(1, CHUNK);
                int taken = call.take(1, CHUNK);
                next.take(1, CHUNK);
                byNewCalls += (double) CHUNK * taken;
                if (taken > 0) {
                    call.close();
                    call = next;
                    next = share(pace, State.ML);
                }
            }
            call.close();
            next.close();

            assertThat(byNewCalls).isCloseTo(byOne, within(4.0 * CHUNK));
        }
    }

    @Test
    void whoComesLaterHasNothingSavedAndNothingToMakeUpFor() {
        try (Pace pace = pace();
                PaceShare first = share(pace, State.ML);
                PaceShare second = share(pace, State.NE)) {
            taken(Duration.ofSeconds(60), List.of(first));

            List<Double> taken = taken(Duration.ofSeconds(10), List.of(first, second));

            assertThat(taken.getFirst()).isCloseTo(taken.getLast(), within(2.0 * CHUNK));
        }
    }

    @Test
    void aPeersOwnLimitLeavesTheRestToOthers() {
        ofMali = OptionalLong.of((long) RATE / 5);
        try (Pace pace = pace();
                PaceShare mali = share(pace, State.ML);
                PaceShare niger = share(pace, State.NE)) {
            List<Double> taken = taken(Duration.ofSeconds(20), List.of(mali, niger));

            assertThat(taken.getFirst()).isCloseTo(4 * RATE, within(0.05 * 4 * RATE));
            assertThat(taken.getLast()).isCloseTo(16 * RATE, within(0.05 * 16 * RATE));
        }
    }

    @Test
    void withoutALimitAllMoves() {
        inAll = OptionalLong.empty();
        try (Pace pace = pace();
                PaceShare share = share(pace, State.ML)) {
            assertThat(share.take(1000, CHUNK)).isEqualTo(1000);
            assertThat(share.holds()).isFalse();
        }
    }

    @Test
    void aLimitThatChangesCountsAtOnce() {
        try (Pace pace = pace();
                PaceShare share = share(pace, State.ML)) {
            taken(Duration.ofSeconds(10), List.of(share));
            assertThat(share.holds()).isTrue();
            inAll = OptionalLong.of((long) RATE / 10);
            assertThat(taken(Duration.ofSeconds(20), List.of(share)).getFirst())
                    .isCloseTo(2 * RATE, within(0.1 * 2 * RATE));

            inAll = OptionalLong.empty();

            assertThat(share.take(100, CHUNK)).isEqualTo(100);
        }
    }

    @Test
    void wakesWhoWasHeldBack() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        try (Pace pace = new Pace((peer, direction) -> OptionalLong.of((long) RATE), System::nanoTime);
                PaceShare share = pace.share(grantTo(State.ML), State.ML, Direction.RECEIVE, woken::countDown)) {
            share.take(1, CHUNK);
            assertThat(share.take(1, CHUNK)).isZero();

            assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(share.take(1, CHUNK)).isEqualTo(1);
        }
    }

    /** What each asker gets who asks for a chunk whenever it can. */
    private List<Double> taken(Duration time, List<PaceShare> askers) {
        double[] taken = new double[askers.size()];
        for (long end = now + time.toNanos(); now < end; now += STEP) {
            IntStream.range(0, taken.length)
                    .forEach(asker ->
                            taken[asker] += (double) CHUNK * askers.get(asker).take(1, CHUNK));
        }
        return Arrays.stream(taken).boxed().toList();
    }

    private Pace pace() {
        return new Pace(
                (peer, direction) ->
                        peer.isEmpty() ? inAll : peer.equals(Optional.of(State.ML)) ? ofMali : OptionalLong.empty(),
                () -> now);
    }

    private static PaceShare share(Pace pace, State peer) {
        return pace.share(grantTo(peer), peer, Direction.RECEIVE, () -> {});
    }

    private static GrantSerial grantTo(State peer) {
        return new GrantSerial(peer.name() + "-%032x".formatted(1));
    }
}
