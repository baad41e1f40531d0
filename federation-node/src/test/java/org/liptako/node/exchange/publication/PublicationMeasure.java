package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;

/**
 * How fast a directory becomes manifests, beside one thread that reads the same files and hashes them with SHA-256: MiB a second into
 * {@code target/measures/publication.md}. The files are in the page cache for both.
 */
@Tag("measure")
class PublicationMeasure {
    private static final int MEBIBYTES = Integer.getInteger("liptako.publication.mebibytes", 1_024);
    private static final int SMALL_FILES = Integer.getInteger("liptako.publication.files", 50_000);
    private static final int ROUNDS = Integer.getInteger("liptako.publication.rounds", 5);

    @TempDir
    Path directory;

    /** Something to be timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, GeneralSecurityException;
    }

    @Test
    void ofOneLargeFileAndOfManySmallOnes() throws IOException, GeneralSecurityException {
        List<String> rows = new ArrayList<>(List.of(
                "| files | published | SHA-256 alone (MiB/s) | manifests (MiB/s) | ratio |", "|---|---|---|---|---|"));
        Path large = SampleTree.large(directory.resolve("large"), MEBIBYTES);
        rows.addAll(rows(MEBIBYTES + " MiB in one", large, MEBIBYTES));
        Path small = SampleTree.manySmall(directory.resolve("small"), SMALL_FILES);
        rows.addAll(rows(SMALL_FILES + " of 4 KiB", small, SMALL_FILES * 4.0 / 1_024));
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("publication.md"), rows);
    }

    private List<String> rows(String name, Path files, double mebibytes) throws IOException, GeneralSecurityException {
        TreeDigest first = read(files, true, Optional.empty());
        Optional<EarlierReading> earlier =
                Optional.of(new EarlierReading(first.plain(), first.encrypted(), first.reading()));
        return List.of(
                row(name, "in clear", mebibytes, files, () -> read(files, false, Optional.empty())),
                row(name, "in clear and encrypted", mebibytes, files, () -> read(files, true, Optional.empty())),
                row(name, "both again, unchanged", mebibytes, files, () -> read(files, true, earlier)));
    }

    private static String row(String name, String published, double mebibytes, Path files, Work work)
            throws IOException, GeneralSecurityException {
        double[] alone = new double[ROUNDS];
        double[] manifests = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            double one = mebibytes / seconds(() -> hash(files));
            double other = mebibytes / seconds(work);
            if (i >= 0) {
                alone[i] = one;
                manifests[i] = other;
                ratios[i] = other / one;
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.2f |",
                name,
                published,
                median(alone),
                median(manifests),
                median(ratios));
    }

    private TreeDigest read(Path files, boolean encrypted, Optional<EarlierReading> earlier) throws IOException {
        ChunkCipher cipher = new DatasetKeys(directory.resolve("keys")).cipher(Publications.DATASET);
        return TreeDigest.read(
                files,
                Publications.DATASET,
                encrypted ? Optional.of(cipher) : Optional.empty(),
                earlier,
                Instant.now().plusSeconds(10));
    }

    private static void hash(Path files) throws IOException, GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 20];
        List<Path> all;
        try (Stream<Path> walk = Files.walk(files)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sha256.update(buffer, 0, read);
                }
            }
            sha256.digest();
        }
    }

    private static double seconds(Work work) throws IOException, GeneralSecurityException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
