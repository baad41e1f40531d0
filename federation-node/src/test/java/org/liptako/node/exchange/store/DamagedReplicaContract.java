package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.exchange.publication.Publications;

/** What every store does with a replica of which chunks, or the manifest, are damaged. */
public abstract class DamagedReplicaContract extends ReceivedReplicaContract {
    @Test
    void asksOnlyForTheDamagedChunksOfASealedReplicaThatIsReopened() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        int chunk = ofTheLargestFile() + 1;
        damage(directory.resolve("store"), version(), manifest().layout().place(chunk));

        BitSet damaged = CopyReading.damaged(store.sealed(version()).orElseThrow(), done -> {});
        assertThat(damaged).isEqualTo(BitSet.valueOf(new long[] {1L << chunk}));
        store.reopen(version(), damaged, () -> {});
        store.reopen(version(), damaged, () -> {});

        assertThat(store.sealed(version())).isEmpty();
        fetchesNothingBut(damaged);
    }

    @ParameterizedTest
    @EnumSource(Rot.class)
    void aDamagedManifestIsToldFromDamagedBytesAndRenewed(Rot rot) throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        assertThat(store.sealedAnew(version())).isPresent();
        for (String part : List.of("header.json", "files", "digests")) {
            rot(directory.resolve("store"), version(), part, rot);

            assertThatThrownBy(() -> store.sealedAnew(version())).isInstanceOf(DamagedManifestException.class);
            assertThatThrownBy(() -> open(directory.resolve("store")).sealed(version()))
                    .isInstanceOf(DamagedManifestException.class);
            assertThatThrownBy(() -> store.present(version())).isInstanceOf(DamagedManifestException.class);
            assertThat(store.sealed(Publications.DATASET)).containsExactly(version());
            assertThat(store.isHere(version())).isTrue();

            store.renew(signed);
            assertThat(CopyReading.damaged(store.sealedAnew(version()).orElseThrow(), done -> {}))
                    .isEqualTo(new BitSet());
            assertThat(open(directory.resolve("store")).sealed(version())).isPresent();
        }
    }

    @Test
    void aDamagedManifestOfAReplicaInQuarantineIsRenewedToo() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        rot(directory.resolve("store"), version(), "digests", Rot.FLIPPED);
        assertThatThrownBy(() -> store.partial(version())).isInstanceOf(DamagedManifestException.class);

        store.renew(signed);

        assertThat(store.partial(version())).isPresent();
        store.seal(version());
        assertThat(store.sealed(version())).isPresent();
    }

    @Test
    void thereIsNothingToRenewWhereNothingIs() throws IOException {
        store.renew(signed);
        assertThat(store.isHere(version())).isFalse();
        assertThat(store.sealedAnew(version())).isEmpty();
        nothingIsLeft(directory.resolve("store"));
    }

    @Test
    void reopensAReplicaInQuarantine() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        int chunk = ofTheLargestFile();
        damage(directory.resolve("store"), version(), manifest().layout().place(chunk));

        BitSet damaged = CopyReading.damaged(store.present(version()).orElseThrow(), done -> {});
        assertThat(damaged).isEqualTo(BitSet.valueOf(new long[] {1L << chunk}));
        store.reopen(version(), damaged, () -> {});

        assertThat(store.quarantined(version())).isFalse();
        fetchesNothingBut(damaged);
    }

    @Test
    void reopensAReplicaOfWhichNothingIsRight() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        BitSet all = new BitSet();
        all.set(0, chunks());
        store.reopen(version(), all, () -> {});
        fetchesNothingBut(all);
    }

    /** A store that takes long over it asks whether it may go on. */
    @Test
    void reopensAgainWhatWasBrokenOff() throws IOException {
        receive(0, chunks());
        store.quarantine(version());
        store.seal(version());
        BitSet damaged = new BitSet();
        damaged.set(ofTheLargestFile() + 1);
        try {
            store.reopen(version(), damaged, () -> {
                throw new CancellationException();
            });
        } catch (CancellationException e) {
            // As it should where it asks.
        }

        store.reopen(version(), damaged, () -> {});

        fetchesNothingBut(damaged);
    }

    @Test
    void hasNothingToReopenWhereNothingIsWhole() throws IOException {
        store.reopen(version(), new BitSet(), () -> {});
        receive(0, 2);
        store.reopen(version(), new BitSet(), () -> {});
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isEqualTo(2);
        }
    }

    /** Also by another process, which knows only what is kept. */
    private void fetchesNothingBut(BitSet damaged) throws IOException {
        store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.missing()).isEqualTo(damaged);
            for (int chunk = damaged.nextSetBit(0); chunk >= 0; chunk = damaged.nextSetBit(chunk + 1)) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
        }
        store.quarantine(version());
        store.seal(version());
        assertThat(CopyReading.damaged(store.sealed(version()).orElseThrow(), done -> {}))
                .isEqualTo(new BitSet());
    }

    private int ofTheLargestFile() {
        return IntStream.range(0, chunks())
                .filter(chunk -> manifest().layout().place(chunk).file().size() == 3 << 20)
                .findFirst()
                .orElseThrow();
    }
}
