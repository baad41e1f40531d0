package org.liptako.node.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.DirectoryTree;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.publication.EncryptedForm;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/** A tree with all that a version may hold goes from Bamako to Ouagadougou: links, empty directories, holes, modes, names in several scripts. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WholeTreeIT {
    private static final int HOLE_MEBIBYTES = 48;

    @TempDir
    Path directory;

    @Test
    void everyKindOfEntryArrivesAsItWasAndHolesNeitherTravelNorTakeRoom() throws IOException, InterruptedException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            Transfer sealed = sealed(mali, burkina, grant);

            Path copy = burkina.sealed(grant);
            assertThat(entries(copy)).isEqualTo(entries(mali.origin)).hasSize(12);
            assertThat(SampleTree.contents(copy)).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(sealed.progress().durable()).isEqualTo(sealed.progress().chunks());
            assertThat(sealed.progress().received().bytes()).isLessThan(4L << 20);
            assertThat(sealed.progress().bytes()).isGreaterThan((long) HOLE_MEBIBYTES << 20);
            assertThat(kibibytesOnDisk(copy.resolve("creux.img"))).isLessThan(4 << 10);
        }
    }

    @Test
    void aThousandSmallFilesArriveAsTheyWereAndNoneTwice() throws IOException {
        SampleTree.manySmall(directory.resolve("ml/publish/files"), 1_000);
        try (TrialSource mali = new TrialSource(
                        directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.plain(mali.version());
            Transfer sealed = sealed(mali, burkina, grant);

            assertThat(SampleTree.contents(burkina.sealed(grant))).isEqualTo(SampleTree.contents(mali.origin));
            assertThat(sealed.progress().received()).isEqualTo(new ReceivedBytes(1_000 * 4_096, 0));
        }
    }

    @Test
    void theEncryptedFormHoldsTheSameTreeUnderTheDatasetsKey() throws IOException {
        try (TrialSource mali = source();
                TrialReceiver burkina = TrialReceiver.of(directory.resolve("bf"), mali)) {
            AcceptedGrant grant = TrialGrants.encrypted(mali.version());
            sealed(mali, burkina, grant);

            HeldVersion copy = burkina.store()
                    .sealed(mali.held(grant).manifest().header().version())
                    .orElseThrow();
            assertThat(copy.manifest().list().onlyFiles()).isTrue();
            assertThat(EncryptedForm.open(
                            catalogue(copy),
                            new DatasetKeys(directory.resolve("ml/keys"))
                                    .cipher(mali.version().dataset())))
                    .isEqualTo(DirectoryTree.read(mali.origin).list());
        }
    }

    private TrialSource source() throws IOException {
        Path files = Files.createDirectories(directory.resolve("ml/publish/files"));
        Files.createDirectories(files.resolve("vide/aussi vide"));
        Files.createDirectories(files.resolve("données/ⴰⵎⴰⵣⵉⵖ"));
        Files.writeString(files.resolve("données/ⴰⵎⴰⵣⵉⵖ/عجمي 😀.txt"), "ajami");
        Files.writeString(files.resolve("exécutable"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(files.resolve("exécutable"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createLink(files.resolve("deuxième nom"), files.resolve("exécutable"));
        Files.createSymbolicLink(files.resolve("dernier"), Path.of("données"));
        Files.createSymbolicLink(files.resolve("données/haut"), Path.of("../exécutable"));
        Files.createSymbolicLink(files.resolve("par un autre"), Path.of("dernier/haut"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(files.resolve("creux.img").toFile(), "rw")) {
            sparse.setLength((long) HOLE_MEBIBYTES << 20);
            sparse.seek(20 << 20);
            sparse.writeBytes("au milieu");
        }
        try (RandomAccessFile empty =
                new RandomAccessFile(files.resolve("que des zéros").toFile(), "rw")) {
            empty.setLength((1 << 20) + 5);
        }
        return new TrialSource(directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
    }

    private static Transfer sealed(TrialSource mali, TrialReceiver burkina, AcceptedGrant grant) {
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> burkina.transfer(grant).confirmed()
                        || burkina.transfer(grant).state() == TransferState.STOPPED);
        Transfer ended = burkina.transfer(grant);
        assertThat(ended.state()).as(ended.reason().en()).isEqualTo(TransferState.SEALED);
        return ended;
    }

    /** What lies below a directory: of a link where it leads, of the rest its kind. */
    private static Map<String, String> entries(Path tree) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.filter(path -> !path.equals(tree)).toList()) {
                String kind = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "directory" : "file";
                entries.put(
                        tree.relativize(path).toString(),
                        Files.isSymbolicLink(path) ? "-> " + Files.readSymbolicLink(path) : kind);
            }
        }
        return entries;
    }

    private static long kibibytesOnDisk(Path file) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-k", file.toString()).start();
        String answer = new String(du.getInputStream().readAllBytes(), UTF_8);
        assertThat(du.waitFor()).isZero();
        return Long.parseLong(answer.substring(0, answer.indexOf('\t')));
    }

    private static byte[] catalogue(HeldVersion copy) throws IOException {
        Manifest manifest = copy.manifest();
        ByteArrayOutputStream catalogue = new ByteArrayOutputStream();
        for (int chunk = 0; chunk < manifest.layout().firstChunk(1); chunk++) {
            ByteBuffer bytes = copy.chunk(chunk);
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            catalogue.writeBytes(part);
        }
        return catalogue.toByteArray();
    }
}
