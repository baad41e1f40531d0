package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/**
 * Copies of many small files beside {@code tar} over the same kind of link, and of a new version of which the old one is there; into
 * {@code target/measures/tree.md} and {@code delta.md}. From the accepted grant to the sealed copy.
 */
@Tag("measure")
class TreeMeasure {
    private static final int FILES = Integer.getInteger("liptako.tree.files", 200_000);
    private static final int ROUNDS = Integer.getInteger("liptako.tree.rounds", 3);
    private static final double MOST_TIMES_TAR = 3;
    private static final int DELTA_MEBIBYTES = 1_000;

    @TempDir
    Path directory;

    @Test
    void ofManySmallFiles() throws IOException, GeneralSecurityException, InterruptedException {
        Path publish = directory.resolve("publish");
        SampleTree.manySmall(publish.resolve("files"), FILES);
        try (TrialSource mali = new TrialSource(directory.resolve("ml"), publish, UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali);
                TarOverTls tar = new TarOverTls(mali.origin)) {
            double[] copies = new double[ROUNDS];
            double[] tars = new double[ROUNDS];
            double[] ratios = new double[ROUNDS];
            copy(mali, burkina);
            tar(tar);
            for (int i = 0; i < ROUNDS; i++) {
                copies[i] = copy(mali, burkina);
                tars[i] = tar(tar);
                ratios[i] = copies[i] / tars[i];
            }
            write(
                    "tree.md",
                    "| files of 4 KiB | copy (s) | tar over TLS, synced (s) | copy / tar |",
                    String.format(
                            Locale.ROOT,
                            "| %d | %.1f | %.1f | %.2f |",
                            FILES,
                            median(copies),
                            median(tars),
                            median(ratios)));
            assertThat(median(ratios)).isLessThan(MOST_TIMES_TAR);
        }
    }

    @Test
    void ofAVersionWithOneChunkInAHundredChanged() throws IOException {
        Path publish = directory.resolve("publish");
        Path file = SampleTree.large(publish.resolve("files"), DELTA_MEBIBYTES).resolve("large.bin");
        try (TrialSource mali = new TrialSource(directory.resolve("ml"), publish, UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            long begun = System.nanoTime();
            AcceptedGrant first = TrialGrants.plain(mali.version());
            sealed(mali, burkina, first);
            double whole = seconds(begun);
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                for (long chunk = 50; chunk < DELTA_MEBIBYTES; chunk += 100) {
                    out.seek((chunk << 20) + 777);
                    out.write(1 + (int) chunk);
                    out.write(2);
                }
            }
            mali.publishAgain();
            AcceptedGrant second = TrialGrants.plain(mali.version());
            begun = System.nanoTime();
            Transfer moved = sealed(mali, burkina, second);
            double share = 100.0
                    * moved.progress().received().bytes()
                    / moved.progress().bytes();
            assertThat(share).isLessThan(1.5);
            write(
                    "delta.md",
                    "| version | bytes moved | copy (s) | first copy (s) |",
                    String.format(
                            Locale.ROOT,
                            "| %d MiB, one chunk in a hundred changed | %.2f %% | %.1f | %.1f |",
                            DELTA_MEBIBYTES,
                            share,
                            seconds(begun),
                            whole));
        }
    }

    private static double copy(TrialSource mali, TrialReceiver burkina) throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        long begun = System.nanoTime();
        sealed(mali, burkina, grant);
        double seconds = seconds(begun);
        await().until(() -> burkina.transfer(grant).confirmed());
        burkina.store()
                .erase(new DatasetVersion(
                        mali.version().dataset(), grant.versionRoot().orElseThrow()));
        return seconds;
    }

    private static Transfer sealed(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant) {
        mali.hear(grant);
        burkina.accept(grant);
        await().pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(5))
                .until(() -> burkina.transfer(grant).confirmed()
                        || burkina.transfer(grant).state() == TransferState.STOPPED);
        Transfer ended = burkina.transfer(grant);
        assertThat(ended.state()).as(ended.reason().en()).isEqualTo(TransferState.SEALED);
        return ended;
    }

    private double tar(TarOverTls tar) throws IOException, InterruptedException {
        Path target = directory.resolve("tar");
        long begun = System.nanoTime();
        tar.fetch(target);
        double seconds = seconds(begun);
        Durable.remove(target);
        return seconds;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void write(String name, String head, String row) throws IOException {
        String rule = head.replaceAll("[^|]+", "---");
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve(name), List.of(head, rule, row));
    }
}
