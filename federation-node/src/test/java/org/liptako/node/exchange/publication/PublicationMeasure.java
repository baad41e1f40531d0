package org.liptako.node.exchange.publication;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.CiphertextDigests;
import org.liptako.node.exchange.cipher.DatasetKeys;

/**
 * How fast a directory becomes manifests, beside one thread that reads the same files and hashes them with SHA-256, and beside one that hashes
 * them, encrypts them and hashes the ciphertext; by the clock, and by the processors' time that the whole process takes: into
 * {@code target/measures/publication-….md}. The files are in the page cache for all. Each round does everything once, in turn.
 */
@Tag("measure")
class PublicationMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.publication.mebibytes", 1_024);
    private static final int SMALL_FILES = Integer.getInteger("liptako.publication.files", 200_000);
    private static final int ROUNDS = Integer.getInteger("liptako.publication.rounds", 5);
    private static final int A_FEW = 4;
    private static final int FEWER_SMALL_FILES = 3_000;
    private static final int BUFFER_BYTES = 1 << 20;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<String> rows = new ArrayList<>(List.of(
            "| files | done | MiB/s | of hashing alone, by the clock | by processor time"
                    + " | of hash, encrypt, hash, by the clock | by processor time |",
            "|---|---|---|---|---|---|---|"));

    @TempDir
    Path directory;

    private ChunkCipher cipher;
    private PublishedVersions versions;

    /** Something to be timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, GeneralSecurityException;
    }

    /** Seconds, by the clock and of all processors. */
    private record Taken(double clock, double processor) {
        static Taken by(Work work) throws IOException, GeneralSecurityException {
            long processor = PROCESS.getProcessCpuTime();
            long begun = System.nanoTime();
            work.run();
            return new Taken((System.nanoTime() - begun) / 1e9, (PROCESS.getProcessCpuTime() - processor) / 1e9);
        }
    }

    /** What takes turns, and what each turn took. */
    private record Row(String name, Work work, List<Taken> taken) {
        Row(String name, Work work) {
            this(name, work, new ArrayList<>());
        }

        double median(ToDoubleBiFunction<Taken, Integer> value) {
            double[] sorted = IntStream.range(0, taken.size())
                    .mapToDouble(i -> value.applyAsDouble(taken.get(i), i))
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }

        String against(Row peer) {
            return String.format(
                    Locale.ROOT,
                    "%.2f | %.2f",
                    median((own, i) -> peer.taken.get(i).clock() / own.clock()),
                    median((own, i) -> peer.taken.get(i).processor() / own.processor()));
        }
    }

    @BeforeEach
    void keys() {
        DatasetKeys keys = new DatasetKeys(directory.resolve("keys"));
        cipher = keys.cipher(Publications.DATASET);
        versions = new PublishedVersions(directory.resolve("published"), keys);
    }

    @Test
    void ofOneLargeFile() throws IOException, GeneralSecurityException {
        measure("1 of " + MEBIBYTES + " MiB", SampleTree.large(directory.resolve("files"), MEBIBYTES), MEBIBYTES);
        write("publication-large.md");
    }

    @Test
    void ofAFewLargeFiles() throws IOException, GeneralSecurityException {
        Path files = directory.resolve("files");
        for (int i = 0; i < A_FEW; i++) {
            SampleTree.large(files.resolve("part-" + i), MEBIBYTES / A_FEW);
        }
        measure(A_FEW + " of " + MEBIBYTES / A_FEW + " MiB", files, MEBIBYTES);
        write("publication-few.md");
    }

    @Test
    void ofSmallFiles() throws IOException, GeneralSecurityException {
        small(FEWER_SMALL_FILES);
        write("publication-small.md");
    }

    @Test
    void ofVeryManySmallFiles() throws IOException, GeneralSecurityException {
        small(SMALL_FILES);
        write("publication-many.md");
    }

    private void small(int count) throws IOException, GeneralSecurityException {
        measure(count + " of 4 KiB", SampleTree.manySmall(directory.resolve("files"), count), count * 4.0 / 1_024);
    }

    private void measure(String name, Path files, double mebibytes) throws IOException, GeneralSecurityException {
        TreeDigest first = read(files, true, Optional.empty());
        Optional<EarlierReading> earlier =
                Optional.of(new EarlierReading(first.plain(), first.encrypted(), first.reading()));
        Row hash = new Row("hashed alone", () -> hash(files));
        Row same = new Row("hashed, encrypted, hashed", () -> hashEncryptHash(files));
        List<Row> turns = List.of(
                hash,
                same,
                new Row("manifest in clear", () -> read(files, false, Optional.empty())),
                new Row("manifests in clear and encrypted", () -> read(files, true, Optional.empty())),
                new Row("both again, unchanged", () -> read(files, true, earlier)),
                new Row("both, kept and synced", () -> keep(files, read(files, true, Optional.empty()))));
        for (int i = -1; i < ROUNDS; i++) {
            for (Row row : turns) {
                Taken taken = Taken.by(row.work());
                if (i >= 0) {
                    row.taken().add(taken);
                }
            }
        }
        for (Row row : turns) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %s | %s |",
                    name,
                    row.name(),
                    row.median((own, i) -> mebibytes / own.clock()),
                    row.against(hash),
                    row.against(same)));
        }
    }

    private TreeDigest read(Path files, boolean encrypted, Optional<EarlierReading> earlier) throws IOException {
        return TreeDigest.read(
                files,
                Publications.order(
                        encrypted ? Optional.of(cipher) : Optional.empty(),
                        Instant.now().plusSeconds(10)),
                earlier);
    }

    private void keep(Path files, TreeDigest digest) throws IOException {
        versions.add(
                files,
                Publications.unsigned(digest.plain()),
                digest.encrypted().map(Publications::unsigned),
                digest.reading());
    }

    private static void hash(Path files) throws IOException, GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : regular(files)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sha256.update(buffer, 0, read);
                }
            }
            sha256.digest();
        }
    }

    private void hashEncryptHash(Path files) throws IOException, GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        CiphertextDigests ciphertext = cipher.digests();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : regular(files)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.readNBytes(buffer, 0, buffer.length);
                        read > 0;
                        read = in.readNBytes(buffer, 0, buffer.length)) {
                    sha256.update(buffer, 0, read);
                    sha256.digest();
                    ciphertext.digest(ByteBuffer.wrap(buffer, 0, read));
                }
            }
        }
    }

    private static List<Path> regular(Path files) throws IOException {
        try (Stream<Path> found = Files.find(files, Integer.MAX_VALUE, (file, seen) -> seen.isRegularFile())) {
            return found.sorted().toList();
        }
    }

    private void write(String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve(name), rows);
    }
}
