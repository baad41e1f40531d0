package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NoteLaws {
    private static final CheckpointPolicy POLICY = Vectors.policy();

    @Property(tries = 2000)
    void noBitOfASignedNoteMayBeFlipped(@ForAll @IntRange(max = 1_000_000) int draw) {
        byte[] bytes = Vectors.bytes("Note");
        int bit = draw % (bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));

        assertThatThrownBy(() -> POLICY.verify(SignedNote.parse(bytes)))
                .isInstanceOfAny(MalformedLogException.class, RefusedNoteException.class);
    }

    @Property(tries = 2000)
    void noBitOfAProofButItsExtraDataMayBeFlipped(@ForAll @IntRange(max = 1_000_000) int draw) {
        byte[] bytes = Vectors.bytes("Proof");
        int bit = draw % (bytes.length * 8);
        int place = bit / 8;
        int extra = "c2sp.org/tlog-proof@v1\n".length();
        bytes[place] ^= (byte) (1 << (bit % 8));

        if (place < extra || place > extra + "extra ZXh0cmE=".length()) {
            assertThatThrownBy(() -> TlogProof.parse(bytes)
                            .verify(SampleLog.entry(12_345).leafHash(), POLICY))
                    .isInstanceOfAny(MalformedLogException.class, RefusedNoteException.class);
        }
    }

    @Property(tries = 300)
    void whatIsSignedIsReadAgain(@ForAll @LongRange(max = Long.MAX_VALUE) long size) {
        Checkpoint checkpoint = new Checkpoint(Vectors.log().name(), size, Vectors.root(1), List.of("a line", "l'été"));
        SignedNote note = checkpoint
                .signedBy(SampleLog.signer(Vectors.log(), "log"))
                .with(List.of(SampleLog.signer(Vectors.witness(), "witness").sign(checkpoint)));

        SignedNote read = SignedNote.parse(note.toBytes());

        assertThat(read).isEqualTo(note);
        assertThat(POLICY.verify(read).checkpoint()).isEqualTo(checkpoint);
    }

    @Property(tries = 500)
    void everyPathIsReadAgain(
            @ForAll @IntRange(max = 5) int level,
            @ForAll @LongRange(max = 30_000) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath hashes = new TilePath.Hashes(level, index, width);
        TilePath entries = new TilePath.Entries(index, width);

        assertThat(TilePath.parse(hashes.path())).isEqualTo(hashes);
        assertThat(TilePath.parse(entries.path())).isEqualTo(entries);
    }

    @Property(tries = 300)
    void everyBundleIsReadAgain(
            @ForAll @LongRange(max = 1000) long index, @ForAll @IntRange(min = 1, max = 256) int width) {
        EntryBundle bundle = new EntryBundle(LongStream.range(0, width)
                .mapToObj(i -> SampleLog.entry(index * Tile.WIDTH + i))
                .toList());

        assertThat(EntryBundle.parse(bundle.path(), bundle.toBytes())).isEqualTo(bundle);
        assertThatThrownBy(() -> EntryBundle.parse(new TilePath.Entries(index + 1, width), bundle.toBytes()))
                .isInstanceOf(MalformedLogException.class);
    }
}
