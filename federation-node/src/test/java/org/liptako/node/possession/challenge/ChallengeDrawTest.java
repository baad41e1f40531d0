package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.Confidence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class ChallengeDrawTest {
    private static final DatasetVersion VERSION =
            new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("ab".repeat(32)));
    private static final SiteId NIAMEY = new SiteId("NE-NIA-1");
    private static final int TRIALS = 1_000;
    private static final int CHUNKS = 10_000;
    private static final int SAMPLES = 300;

    /** Four standard deviations: of 16,000 right programs one would fall outside. */
    private static final int DEVIATIONS = 4;

    @Test
    void whatIsHashedIsWhatTheDocumentationSaysAndNothingElse() {
        String text = "liptako-challenge/v1\n"
                + "ML 12 " + root(1).hex() + "\n"
                + "BF 34 " + root(2).hex() + "\n"
                + "dataset ML-DS-008\n"
                + "version " + "ab".repeat(32) + "\n"
                + "site NE-NIA-1\n"
                + "challenger ML\n"
                + "number 7\n";
        assertThat(draw(7, 1).seed()).isEqualTo(Digest.over(text.getBytes(US_ASCII)));
    }

    @Test
    void anybodyDrawsTheSameChunksAgain() {
        ChallengeDraw draw = draw(7, 1);
        byte[] seed = draw.seed().toBytes();
        BitSet again = new BitSet();
        for (long turn = 0; again.cardinality() < 5; turn++) {
            byte[] hash = Digest.over(seed, ByteBuffer.allocate(8).putLong(turn).array())
                    .toBytes();
            again.set((int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), 1_000));
        }
        assertThat(draw.chunks(1_000, 5)).isEqualTo(again);
    }

    @Test
    void everyPartOfWhatIsDrawnFromChangesWhatIsDrawn() {
        ChallengeDraw draw = draw(7, 1);
        DatasetVersion other = new DatasetVersion(VERSION.dataset(), new VersionRoot("cd".repeat(32)));
        List<ChallengeDraw> others = List.of(
                draw(8, 1),
                draw(7, 3),
                new ChallengeDraw(other, NIAMEY, State.ML, 7, draw.seeds()),
                new ChallengeDraw(VERSION, new SiteId("NE-NIA-2"), State.ML, 7, draw.seeds()),
                new ChallengeDraw(VERSION, NIAMEY, State.BF, 7, draw.seeds()));
        assertThat(others)
                .allSatisfy(one -> assertThat(one.chunks(CHUNKS, SAMPLES)).isNotEqualTo(draw.chunks(CHUNKS, SAMPLES)));
    }

    @Test
    void neitherTheHoldersOwnCheckpointNorOneAloneCountsAsSeed() {
        SeedCheckpoint nigers = new SeedCheckpoint(State.NE, 1, root(1));
        SeedCheckpoint malis = new SeedCheckpoint(State.ML, 1, root(1));
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(malis, nigers)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(malis)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(malis, malis)));
        assertThat(ChallengeDraw.others(NIAMEY)).containsExactly(State.ML, State.BF);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "300, 300", "100, 300", "301, 300", "10000, 9999"})
    void asManyDifferentChunksAsAskedForAreDrawnOrAll(int chunks, int samples) {
        BitSet drawn = draw(1, 1).chunks(chunks, samples);
        assertThat(drawn.cardinality()).isEqualTo(Math.min(chunks, samples));
        assertThat(drawn.length()).isLessThanOrEqualTo(chunks);
    }

    @Test
    void aLossOfOnePercentIsSeenAsOftenAsStatedWhicheverChunksItTakes() {
        Random random = new Random(20261123);
        double stated = Confidence.ofSeeing(100, CHUNKS, SAMPLES);
        assertThat(stated).isCloseTo(0.9532, within(0.0001));

        assertThat(share(CHUNKS, SAMPLES, () -> scattered(random, CHUNKS, 100)))
                .isCloseTo(stated, within(bound(stated)));
        assertThat(share(CHUNKS, SAMPLES, () -> run(CHUNKS - 100, CHUNKS))).isCloseTo(stated, within(bound(stated)));
        assertThat(share(CHUNKS, SAMPLES, () -> every(100, CHUNKS))).isCloseTo(stated, within(bound(stated)));
    }

    @Test
    void aSmallLossIsSeenSeldomAndOverSeveralChallengesAsOftenAsStated() {
        int lost = Confidence.onePercent(CHUNKS);
        double once = Confidence.ofSeeing(lost, CHUNKS, 30);
        double withinFive = Confidence.ofSeeing(lost, CHUNKS, 30, 5);
        assertThat(once).isCloseTo(0.2605, within(0.0005));
        assertThat(withinFive).isCloseTo(0.779, within(0.001));

        BitSet gone = scattered(new Random(5), CHUNKS, lost);
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            boolean seen = false;
            for (int number = 1; number <= 5 && !seen; number++) {
                seen = draw(number, trial).chunks(CHUNKS, 30).intersects(gone);
            }
            found += seen ? 1 : 0;
        }
        assertThat((double) found / TRIALS).isCloseTo(withinFive, within(bound(withinFive)));
    }

    @Test
    void noChunkIsDrawnMoreOftenThanAnother() {
        int chunks = 50;
        int[] times = new int[chunks];
        for (int trial = 0; trial < TRIALS * 10; trial++) {
            draw(1, trial).chunks(chunks, 5).stream().forEach(chunk -> times[chunk]++);
        }
        double squares = 0;
        for (int time : times) {
            squares += (time - 1_000.0) * (time - 1_000.0) / 1_000.0;
        }
        // Chi-squared with 49 degrees of freedom, less what drawing without putting back takes: 85.4 is passed once in
        // 1,000.
        assertThat(squares).isLessThan(85.4);
    }

    private static double share(int chunks, int samples, Supplier<BitSet> loss) {
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            found += draw(1, trial).chunks(chunks, samples).intersects(loss.get()) ? 1 : 0;
        }
        return (double) found / TRIALS;
    }

    private static double bound(double probability) {
        return DEVIATIONS * Math.sqrt(probability * (1 - probability) / TRIALS);
    }

    private static BitSet scattered(Random random, int chunks, int lost) {
        BitSet gone = new BitSet();
        while (gone.cardinality() < lost) {
            gone.set(random.nextInt(chunks));
        }
        return gone;
    }

    private static BitSet run(int first, int end) {
        BitSet gone = new BitSet();
        gone.set(first, end);
        return gone;
    }

    private static BitSet every(int step, int chunks) {
        BitSet gone = new BitSet();
        for (int chunk = 0; chunk < chunks; chunk += step) {
            gone.set(chunk);
        }
        return gone;
    }

    private static ChallengeDraw with(List<SeedCheckpoint> seeds) {
        return new ChallengeDraw(VERSION, NIAMEY, State.ML, 1, seeds);
    }

    private static ChallengeDraw draw(long number, int checkpoint) {
        return new ChallengeDraw(
                VERSION,
                NIAMEY,
                State.ML,
                number,
                List.of(
                        new SeedCheckpoint(State.ML, 12, root(checkpoint)),
                        new SeedCheckpoint(State.BF, 34, root(checkpoint + 1))));
    }

    private static Digest root(int number) {
        return Digest.over(ByteBuffer.allocate(4).putInt(number).array());
    }
}
