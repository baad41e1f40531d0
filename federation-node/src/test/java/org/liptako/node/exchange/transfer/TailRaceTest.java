package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;

/** Ten chunks are owed by slices that began together; what each has brought after so many seconds says what it is thought to bring. */
class TailRaceTest {
    private static final long CHUNK = 1 << 20;
    private static final double QUICK = 2;

    private final AtomicLong nanos = new AtomicLong();
    private final TailRace race = new TailRace();

    @TempDir
    private Path directory;

    private StagedReplica staged;

    @BeforeEach
    void stage() throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 10);
        staged = new DirectoryReplicaStore(directory.resolve("store"), Runnable::run)
                .stage(Publications.plain(origin, directory.resolve("keys")));
    }

    @AfterEach
    void close() throws IOException {
        staged.close();
    }

    @Test
    void racesTheLastChunksAndKnowsThemUntilOneOfTheTwoGivesUp() {
        BitSet owed = new BitSet();
        owed.set(3, 6);
        owed.set(9);

        BitSet raced = race.begin(owed, 2);

        assertThat(raced.stream()).containsExactly(5, 9);
        assertThat(race.isOn(9)).isTrue();
        assertThat(race.isOn(4)).isFalse();

        race.over(raced);
        assertThat(race.isOn(9)).isFalse();
        assertThat(race.begin(owed, 10)).isEqualTo(owed);
    }

    @Test
    void theSlowestOfThoseThatAreTooSlowIsRaced() {
        FetchSlice slow = slice(0, 3);
        FetchSlice slowest = slice(3, 6);
        FetchSlice quick = slice(6, 9);
        secondsLater(5);
        slow.heard(CHUNK / 2);
        slowest.heard(CHUNK / 4);
        quick.heard(CHUNK * 5);

        assertThat(worth(QUICK, slow, slowest, quick)).hasValue(chunks(3, 6));
        assertThat(worth(QUICK, slow, quick)).hasValue(chunks(0, 3));
        assertThat(worth(QUICK, quick)).isEmpty();
        assertThat(worth(QUICK)).isEmpty();
    }

    @Test
    void nobodyIsRacedBeforeItIsKnownHowFastItIs() {
        FetchSlice slow = slice(0, 3);
        secondsLater(2);
        assertThat(worth(QUICK, slow)).isEmpty();

        secondsLater(4);
        assertThat(worth(QUICK, slow)).hasValue(chunks(0, 3));
    }

    @Test
    void anIdleLaneThatWouldHardlyBeSoonerDoesNotRace() {
        FetchSlice slow = slice(0, 1);
        secondsLater(8);
        slow.heard(CHUNK / 2);
        // Eight seconds more, as far as can be told.
        assertThat(worth(1 / 6.0, slow)).isEmpty();
        assertThat(worth(1 / 5.0, slow)).hasValue(chunks(0, 1));
    }

    @Test
    void noChunkIsRacedByMoreThanTwo() {
        FetchSlice slow = slice(0, 3);
        FetchSlice other = slice(3, 5);
        secondsLater(5);
        slow.heard(CHUNK / 4);
        other.heard(CHUNK / 2);

        race.begin(worth(QUICK, slow, other).orElseThrow(), 2);

        assertThat(worth(QUICK, slow)).hasValue(chunks(0, 1));
        race.begin(chunks(0, 1), 1);
        assertThat(worth(QUICK, slow, other)).hasValue(chunks(3, 5));
        assertThat(worth(QUICK, slow)).isEmpty();
    }

    private Optional<BitSet> worth(double chunksASecond, FetchSlice... slices) {
        return race.worthRacing(chunksASecond, Stream.of(slices));
    }

    private void secondsLater(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private FetchSlice slice(int first, int end) {
        return new FetchSlice(staged, chunks(first, end), new Unheard(), nanos::get);
    }

    private static BitSet chunks(int first, int end) {
        BitSet chunks = new BitSet();
        chunks.set(first, end);
        return chunks;
    }

    private static final class Unheard implements FetchSlice.Watcher {
        @Override
        public void worked(long nanos) {
            // No chunk comes here.
        }

        @Override
        public void right(int chunk, int bytes) {
            // No chunk comes here.
        }

        @Override
        public void wrong() {
            // No chunk comes here.
        }

        @Override
        public void almostDone() {
            // No chunk comes here.
        }
    }
}
