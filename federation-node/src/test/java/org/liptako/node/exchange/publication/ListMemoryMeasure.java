package org.liptako.node.exchange.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.ManifestFolder;
import org.liptako.node.exchange.stream.ManifestMessages;

/**
 * What the list of a version with very many files keeps of Java's memory at who publishes it, who serves it and who receives it; into
 * {@code target/measures/lists.md}. The files are empty: it is their names that are measured.
 */
@Tag("measure")
class ListMemoryMeasure {
    private static final int FILES = Integer.getInteger("liptako.memory.files", 1_000_000);
    private static final double MOST_MEBIBYTES = 48;

    private final List<String> rows =
            new ArrayList<>(List.of("| " + FILES + " files | kept of Java's memory (MiB) |", "|---|---|"));

    @TempDir
    Path directory;

    @Test
    void ofAMillionFiles() throws IOException {
        Path origin = directory.resolve("origin");
        for (int i = 0; i < FILES; i++) {
            Path file = origin.resolve("relevés/%05d/relevé-%08d.csv".formatted(i / 500, i));
            if (i % 500 == 0) {
                Files.createDirectories(file.getParent());
            }
            Files.createFile(file);
        }
        ChunkCipher cipher = new DatasetKeys(directory.resolve("keys")).cipher(Publications.DATASET);
        Path folder = directory.resolve("folder");
        publish(origin, cipher, folder);
        serve(cipher, folder);
        receive(folder);
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("lists.md"), rows);
    }

    private void publish(Path origin, ChunkCipher cipher, Path folder) throws IOException {
        long idle = used();
        TreeDigest digest =
                TreeDigest.read(origin, Publications.order(Optional.of(cipher), Publications.AT), Optional.empty());
        row("published: both manifests, and the stamps of the files", idle);
        ManifestFolder.write(folder, Publications.unsigned(digest.plain()));
    }

    private void serve(ChunkCipher cipher, Path folder) throws IOException {
        long idle = used();
        SignedManifest signed = ManifestFolder.read(folder);
        row("served in clear", idle);
        EncryptedForm form = new EncryptedForm(signed.manifest().list(), cipher);
        row("served in clear and encrypted", idle);
        assertThat(form.list().files()).hasSize(FILES + 1);
        assertThat(signed.manifest().list().files()).hasSize(FILES);
    }

    private void receive(Path folder) throws IOException {
        SignedManifest source = ManifestFolder.read(folder);
        long idle = used();
        SignedManifest received =
                ManifestMessages.fromMessages(ManifestMessages.toMessages(source), (header, statement) -> {});
        row("received", idle);
        assertThat(received.manifest().header()).isEqualTo(source.manifest().header());
    }

    private void row(String what, long idle) {
        double kept = Math.max(0, used() - idle) / (double) (1 << 20);
        rows.add(String.format(Locale.ROOT, "| %s | %.1f |", what, kept));
        assertThat(kept).as(what).isLessThan(MOST_MEBIBYTES);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
