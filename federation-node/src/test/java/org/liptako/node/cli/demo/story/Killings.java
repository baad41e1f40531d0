package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.liptako.exchange.v1.Transfer;
import org.liptako.node.cli.demo.stage.Place;

/**
 * Kills the receiver, the source, or both, by SIGKILL at random moments of one copy, and starts them again. After each kill of the receiver
 * every chunk that it claims is on its disk, and it claims no fewer than before; what comes twice is held against the limit of each kill.
 */
final class Killings {
    private static final long MOST_TWICE_A_KILL = 64L << 20;

    /** The line's rate while nodes start: a copy must not become whole meanwhile. */
    static final long SLOWEST = 1L << 20;

    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    /** Longer than the longest pause by what a busy machine takes until the kill. */
    private static final double SECONDS_OF_A_SHARE = 2.5;

    /** One kill in so many falls without waiting that anything comes: while the nodes find each other again, or what arrived is looked at. */
    private static final int EARLY = 4;

    private static final List<List<Place>> VICTIMS =
            List.of(List.of(Place.OUAGADOUGOU), List.of(Place.BAMAKO), List.of(Place.OUAGADOUGOU, Place.BAMAKO));

    private final TrialCapitals capitals;
    private final CopyUnderFire copy;
    private final Random random;
    private final List<List<Place>> next = new ArrayList<>();
    private final long bytes;
    private double sent;
    private int kills;
    private int killsAtLastLook;
    private long received;
    private long twice;
    private int claimed;

    /**
     * One kill, and how far the copy had come as far as was seen.
     *
     * @param received bytes, at the last look before it
     * @param twice of these
     * @param claimed chunks, each proved, after the last kill of the receiver
     */
    record Strike(int number, List<Place> victims, long received, long twice, int claimed) {}

    Killings(TrialCapitals capitals, CopyUnderFire copy, long seed) {
        this.capitals = capitals;
        this.copy = copy;
        this.random = new Random(seed);
        this.bytes = copy.awaitMoreThan(0).getBytes();
        this.sent = -copy.sentBefore();
    }

    /** What the source sent, as far as it said so before it was killed: the last of it before each kill it could not tell. */
    double sent() {
        return sent;
    }

    /** How often it killed. */
    int kills() {
        return kills;
    }

    /**
     * Kills so often, unless the time runs out or a machine is so busy that the copy is whole before; each kind of victim once in three
     * kills. Returns the transfer once it is sealed, and the copy was held against the source.
     */
    Transfer perform(int most, Duration time, Consumer<Strike> seen) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (kills < most && System.nanoTime() - end < 0 && strike(most - kills)) {
            seen.accept(new Strike(kills, victims(), received, twice, claimed));
            next.removeLast();
        }
        copy.line().slowTo(0);
        Transfer whole = copy.awaitWhole();
        look(whole);
        sent += capitals.sent(Place.BAMAKO);
        assertThat(sent - whole.getBytes()).isLessThanOrEqualTo((double) MOST_TWICE_A_KILL * Math.max(1, kills));
        return whole;
    }

    /** One life, and its end; false if the copy was whole before. The line brings in a life what is its share of all that is left. */
    private boolean strike(int left) throws IOException {
        if (random.nextInt(EARLY) > 0) {
            look(copy.awaitMoreThan(received));
        }
        copy.rememberJournals();
        copy.line().slowTo(Math.max(SLOWEST, (long) ((bytes - received) / ((left + 1) * SECONDS_OF_A_SHARE))));
        pause();
        if (victims().contains(Place.BAMAKO)) {
            sent += capitals.sent(Place.BAMAKO);
        }
        if (copy.isWhole()) {
            return false;
        }
        victims().forEach(capitals.federation()::kill);
        kills++;
        copy.line().slowTo(SLOWEST);
        if (victims().contains(Place.OUAGADOUGOU) && !copy.isWhole()) {
            int before = claimed;
            claimed = copy.claims();
            assertThat(claimed).isGreaterThanOrEqualTo(before);
        }
        capitals.federation().startAgain(victims());
        return true;
    }

    /** A line that is slow at the end may bring something twice without any kill. */
    private void look(Transfer now) {
        assertThat(now.getBytesTwice() - twice)
                .isLessThanOrEqualTo(MOST_TWICE_A_KILL * Math.max(1, kills - killsAtLastLook));
        killsAtLastLook = kills;
        received = now.getBytesReceived();
        twice = now.getBytesTwice();
    }

    private void pause() {
        Duration pause = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS));
        await().pollDelay(pause).atMost(pause.plusSeconds(60)).until(() -> true);
    }

    private List<Place> victims() {
        if (next.isEmpty()) {
            next.addAll(VICTIMS);
            Collections.shuffle(next, random);
        }
        return next.getLast();
    }
}
