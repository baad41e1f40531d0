package org.liptako.node.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestLink;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class KeptManifestMessagesTest {
    private static final int FILES = 2_300;
    private static final int CHUNKS = 9_000;
    private static final HeaderCheck ANY = (header, statement) -> {};

    private final SignedManifest signed = sample(1);

    @TempDir
    Path directory;

    @Test
    void afterAnyMessageTheRestIsEnough() throws IOException {
        int messages = size(ManifestMessages.toMessages(signed));
        assertThat(messages).isGreaterThan(7);
        for (int kept = 0; kept <= messages; kept++) {
            Path file = directory.resolve("kept-" + kept);
            take(file, messages(), kept);
            assertThat(rest(file)).as("after %d messages", kept).isEqualTo(messages - Math.max(0, kept - 1));
        }
    }

    @Test
    void aMessageThatAKillToreIsAskedForAgain() throws IOException {
        byte[] whole = written();
        for (int end : new int[] {0, 1, 7, whole.length / 3, whole.length / 2, whole.length - 1}) {
            Path file = directory.resolve("torn-" + end);
            Files.write(file, Arrays.copyOf(whole, end));
            rest(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void aFileThatAPowerCutMangledIsNotTheBeginningOfAManifest() throws IOException {
        byte[] holes = written();
        Arrays.fill(holes, holes.length / 2, holes.length, (byte) 0);
        Path file = directory.resolve("mangled");
        Files.write(file, holes);
        try (KeptManifestMessages kept = KeptManifestMessages.open(file, ANY)) {
            assertThat(kept.isBegun()).isFalse();
            assertThat(kept.held()).isEqualTo(ManifestPlace.START);
        }
    }

    @Test
    void refusesTheHeaderOfAnotherVersionOnTopOfWhatIsKept() throws IOException {
        Path file = directory.resolve("other");
        take(file, messages(), 3);
        try (KeptManifestMessages kept = KeptManifestMessages.open(file, ANY)) {
            GetManifestResponse other = ManifestMessages.toMessages(sample(2)).next();
            assertThatThrownBy(() -> kept.take(other))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MANIFEST_REFUSED));
        }
    }

    @Test
    void whatIsKeptIsForgottenWhenItsHeaderIsRefusedSince() throws IOException {
        Path file = directory.resolve("revoked");
        take(file, messages(), 5);
        Failure revoked = Failure.of(ErrorCode.MANIFEST_REFUSED, "Révoqué.", "Revoked.");
        try (KeptManifestMessages kept = KeptManifestMessages.open(file, (header, statement) -> {
            throw revoked;
        })) {
            assertThat(kept.isBegun()).isFalse();
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void aPlaceBeyondTheManifestLeavesNothingButTheHeader() {
        assertThat(size(ManifestMessages.toMessages(signed, ManifestPlace.of(-1, Long.MAX_VALUE))))
                .isEqualTo(1);
    }

    /** Takes the rest of the manifest on top of what a file holds, and returns how many messages that took. */
    private int rest(Path file) throws IOException {
        try (KeptManifestMessages kept = KeptManifestMessages.open(file, ANY)) {
            int taken = 0;
            Iterator<GetManifestResponse> rest = ManifestMessages.toMessages(signed, kept.held());
            while (rest.hasNext()) {
                kept.take(rest.next());
                taken++;
            }
            Manifest whole = kept.finish().manifest();
            assertThat(whole.header()).isEqualTo(signed.manifest().header());
            assertThat(whole.list()).isEqualTo(signed.manifest().list());
            return taken;
        }
    }

    private static void take(Path file, Iterator<GetManifestResponse> messages, int most) throws IOException {
        try (KeptManifestMessages kept = KeptManifestMessages.open(file, ANY)) {
            for (int taken = 0; taken < most; taken++) {
                kept.take(messages.next());
            }
        }
    }

    private Iterator<GetManifestResponse> messages() {
        return ManifestMessages.toMessages(signed);
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (Iterator<GetManifestResponse> messages = messages(); messages.hasNext(); ) {
            messages.next().writeDelimitedTo(written);
        }
        return written.toByteArray();
    }

    private static int size(Iterator<GetManifestResponse> messages) {
        int size = 0;
        for (; messages.hasNext(); messages.next()) {
            size++;
        }
        return size;
    }

    /** Of some files, links and empty directories, and one file of many chunks. */
    private static SignedManifest sample(int seed) {
        List<ManifestFile> files = new ArrayList<>();
        List<ManifestLink> links = new ArrayList<>();
        List<ManifestPath> directories = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(new ManifestFile(new ManifestPath(String.format("a/%05d", i)), 0, 0644));
        }
        files.add(new ManifestFile(new ManifestPath("large"), (long) CHUNKS << 20, 0644));
        for (int i = 0; i < 3; i++) {
            links.add(new ManifestLink(new ManifestPath("link-" + i), "large"));
            directories.add(new ManifestPath("void-" + i));
        }
        byte[] digests = new byte[CHUNKS * ChunkDigests.DIGEST_BYTES];
        new Random(seed).nextBytes(digests);
        return Publications.unsigned(Manifest.of(
                Publications.DATASET,
                false,
                new FileList(files, links, directories),
                new ChunkDigests(digests),
                Publications.AT));
    }
}
