package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.unsealing.RestoreDesk;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** An encrypted copy that has come home is made into files again; the files that it was made from are lost. */
class RestoreIT {
    @TempDir
    private Path home;

    private TrialSource mali;
    private VersionPublished published;
    private DatasetVersion encrypted;
    private Map<String, String> before = Map.of();
    private RestoreDesk desk;

    @BeforeEach
    void loseTheFilesAndHaveTheCopyBack() throws IOException {
        mali = TrialSource.ofSmallFiles(home, endpoint -> endpoint);
        published = mali.version();
        Files.createSymbolicLink(mali.origin.resolve("lien"), Path.of("par taille"));
        Files.createDirectories(mali.origin.resolve("vide"));
        published = mali.publishAgain();
        before = SampleTree.contents(mali.origin);
        HeldVersion held = mali.held(TrialGrants.encrypted(published));
        encrypted = held.manifest().header().version();
        take(held, mali.holdings().store());
        mali.holdings().published().erase(AGGREGATED_HEALTH);
        Durable.remove(mali.origin);
        desk = new RestoreDesk(
                mali.record.own(), home.resolve("publish"), new DatasetKeys(home.resolve("keys")), mali.holdings());
    }

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void theFilesAreWhatTheyWereAndPublishAsTheSameVersion() throws IOException {
        var restored = desk.restore(AGGREGATED_HEALTH, Optional.empty(), "files");
        assertThat(restored.encrypted()).isEqualTo(encrypted.root());
        assertThat(restored.files()).isEqualTo(published.files());
        assertThat(restored.bytes()).isEqualTo(published.bytes());
        assertThat(SampleTree.contents(mali.origin)).isEqualTo(before);
        assertThat(Files.readSymbolicLink(mali.origin.resolve("lien"))).isEqualTo(Path.of("par taille"));
        assertThat(mali.origin.resolve("vide")).isEmptyDirectory();
        VersionPublished again = mali.publishAgain();
        assertThat(again.versionRoot()).isEqualTo(published.versionRoot());
        assertThat(again.encryptedRoot()).isEqualTo(published.encryptedRoot());
    }

    @Test
    void aDamagedCopyIsRefusedAndNothingBearsTheName() throws IOException {
        Path chunk = home.resolve("store/sealed")
                .resolve(AGGREGATED_HEALTH.value())
                .resolve(encrypted.root().value())
                .resolve("data/data/00000007");
        try (FileChannel file = FileChannel.open(chunk, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), 0);
        }
        Path operators = Files.createDirectories(home.resolve("publish/back.restoring"));
        refused(ErrorCode.BYTES_CORRUPT, "back");
        assertThat(operators).exists();
        assertThat(home.resolve("publish").resolve(PublishDesk.DRAFTS)).doesNotExist();
        assertThat(home.resolve("publish/back")).doesNotExist();
    }

    @Test
    void withoutTheKeyNothingIsRestored() throws IOException {
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
        refused(ErrorCode.NOT_READY, "back");
        assertThat(home.resolve("publish/back")).doesNotExist();
    }

    @Test
    void nothingIsReplacedAndNothingIsWrittenOutside() throws IOException {
        Files.createDirectories(home.resolve("publish/there"));
        Files.createSymbolicLink(home.resolve("publish/out"), home);
        for (String directory : new String[] {
            "there", "../outside", "out/outside", ".", "/tmp/outside", "none/below", PublishDesk.DRAFTS
        }) {
            refused(ErrorCode.INVALID_REQUEST, directory);
        }
        assertThat(home.resolve("outside")).doesNotExist();
    }

    private void refused(ErrorCode code, String directory) {
        assertThatThrownBy(() -> desk.restore(AGGREGATED_HEALTH, Optional.empty(), directory))
                .as(directory)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }

    /** Has a copy in a store, as a transfer leaves it. */
    static void take(HeldVersion held, ReplicaStore store) throws IOException {
        try (StagedReplica staged = store.stage(held.signed())) {
            for (int chunk = 0; chunk < held.manifest().header().chunks(); chunk++) {
                assertThat(staged.write(chunk, held.chunk(chunk))).isTrue();
            }
            staged.sync();
        }
        DatasetVersion version = held.manifest().header().version();
        store.quarantine(version);
        store.seal(version);
    }
}
