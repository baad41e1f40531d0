package org.liptako.node.exchange.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DirectoryTree;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.SourceTree;
import org.liptako.node.wire.Failure;

class TreeDigestTest {
    @TempDir
    private Path directory;

    private Path origin;
    private ChunkCipher cipher;

    @BeforeEach
    void files() throws IOException {
        origin = SampleTree.small(directory.resolve("origin"));
        cipher = new DatasetKeys(directory.resolve("keys")).cipher(Publications.DATASET);
    }

    @Test
    void readsNoFileThatIsAsItWasInAnEarlierReading() throws IOException {
        TreeDigest first = read(Optional.empty());
        // An earlier reading that lies: what is taken from it shows.
        byte[] lie = first.plain().digests().bytes(0, first.plain().digests().size());
        lie[0] ^= 1;
        Manifest lying = Manifest.of(Publications.DATASET, false, first.plain().list(), new ChunkDigests(lie), later());
        EarlierReading earlier = new EarlierReading(lying, first.encrypted(), first.reading());

        assertThat(read(Optional.of(earlier)).plain().header().root())
                .isEqualTo(lying.header().root());
        assertThat(read(Optional.empty()).plain().header().root())
                .isEqualTo(first.plain().header().root());
    }

    @Test
    void readsWhatWasWrittenSince() throws IOException {
        TreeDigest first = read(Optional.empty());
        Path changed = origin.resolve("par taille/1/données-4096.bin");
        byte[] content = Files.readAllBytes(changed);
        content[17] ^= 1;
        Files.write(changed, content);
        Files.writeString(origin.resolve("ajouté"), "nouveau");
        Files.delete(origin.resolve("par taille/1/données-1.bin"));

        TreeDigest second = read(Optional.of(earlier(first)));
        TreeDigest whole = read(Optional.empty());

        assertThat(second.plain().header().root())
                .isEqualTo(whole.plain().header().root())
                .isNotEqualTo(first.plain().header().root());
        assertThat(second.encrypted().orElseThrow().header().root())
                .isEqualTo(whole.encrypted().orElseThrow().header().root());
    }

    @Test
    void aReadingInClearOnlySparesNoneThatEncrypts() throws IOException {
        TreeDigest clear = TreeDigest.read(origin, Publications.order(Optional.empty(), later()), Optional.empty());
        assertThat(clear.encrypted()).isEmpty();
        TreeDigest both = read(Optional.of(earlier(clear)));
        assertThat(both.encrypted()).isPresent();
        assertThat(both.plain().header().root())
                .isEqualTo(clear.plain().header().root());
    }

    @Test
    void takesOverNoDigestOfCiphertextUnderAnotherKey() throws IOException {
        TreeDigest first = read(Optional.empty());
        Files.delete(directory.resolve("keys/ML-DS-008.aes-siv.json"));
        cipher = new DatasetKeys(directory.resolve("keys")).cipher(Publications.DATASET);

        TreeDigest second = read(Optional.of(earlier(first)));

        assertThat(second.encrypted().orElseThrow().header().root())
                .isEqualTo(read(Optional.empty())
                        .encrypted()
                        .orElseThrow()
                        .header()
                        .root())
                .isNotEqualTo(first.encrypted().orElseThrow().header().root());
    }

    @Test
    void trustsNoStampThatWasTakenInTheTickOfAWrite() throws IOException {
        SourceTree tree = DirectoryTree.read(origin);
        long written = tree.stamps().getFirst().changed();
        assertThat(tree.stamps().getFirst().isSettled(2_000_000_000, written + 1_000_000_000))
                .isFalse();
        assertThat(tree.stamps().getFirst().isSettled(2_000_000_000, written + 2_000_000_001))
                .isTrue();
    }

    @Test
    void refusesAFileThatIsWrittenToWhileItIsReadAndNamesIt() throws IOException {
        SourceTree tree = DirectoryTree.read(origin);
        BitSet all = new BitSet();
        all.set(0, tree.files().size());
        AtomicInteger taken = new AtomicInteger();
        TreeReader reader = new TreeReader(origin, new Stretches(tree, all), () -> (chunk, bytes) -> {
            if (taken.getAndIncrement() == 0) {
                append(origin.resolve("par taille/0/données-3145728.bin"));
            }
        });
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> reader.read(tree::list))
                .satisfies(failure -> {
                    assertThat(failure.sentence().fr()).contains("données-3145728.bin", "a changé pendant la lecture");
                    assertThat(failure.sentence().en()).contains("données-3145728.bin", "changed while it was read");
                });
    }

    @Test
    void readsNoFurtherOnceTheListIsRefused() throws IOException {
        SourceTree tree = DirectoryTree.read(origin);
        BitSet all = new BitSet();
        all.set(0, tree.files().size());
        Stretches stretches = new Stretches(tree, all);
        TreeReader reader = new TreeReader(origin, stretches, () -> (chunk, bytes) -> {});
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> reader.read(() -> {
                    throw new IOException("refused");
                }))
                .withMessage("refused");
        assertThat(stretches.next()).isEmpty();
    }

    @Test
    void tellsItsProgressAfterEveryChunkAndIsEndedByIt() throws IOException {
        AtomicInteger told = new AtomicInteger();
        TreeDigest whole = TreeDigest.read(
                origin,
                new ReadingOrder(Publications.DATASET, Optional.of(cipher), later(), told::incrementAndGet),
                Optional.empty());
        assertThat(told).hasValue(whole.plain().header().chunks());

        ReadingOrder withdrawn = new ReadingOrder(Publications.DATASET, Optional.of(cipher), later(), () -> {
            throw new CancellationException("withdrawn");
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> TreeDigest.read(origin, withdrawn, Optional.empty()))
                .withMessage("withdrawn");
    }

    @Test
    void seesAFileThatCameWhileOthersWereRead() throws IOException {
        SourceTree tree = DirectoryTree.read(origin);
        assertThat(tree.changedDirectory()).isEmpty();
        Files.writeString(origin.resolve("par taille/nouveau"), "");
        assertThat(tree.changedDirectory()).contains(origin.resolve("par taille"));
    }

    @Test
    void keepsWhatItReadForTheNextTime() throws IOException {
        TreeDigest first = read(Optional.empty());
        Path file = directory.resolve("reading");
        try (var out = Files.newOutputStream(file)) {
            first.reading().write(out);
        }
        assertThat(ReadingFile.read(file)).isEqualTo(first.reading());
    }

    private TreeDigest read(Optional<EarlierReading> earlier) throws IOException {
        return TreeDigest.read(origin, Publications.order(Optional.of(cipher), later()), earlier);
    }

    private static EarlierReading earlier(TreeDigest digest) {
        return new EarlierReading(digest.plain(), digest.encrypted(), digest.reading());
    }

    /** Long enough after the files were written for their times to count. */
    private static Instant later() {
        return Instant.now().plusSeconds(10);
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
