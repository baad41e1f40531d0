package org.liptako.node.exchange.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.wire.Failure;

class PublishedVersionsTest {
    @TempDir
    private Path directory;

    private Path origin;
    private ChunkCipher cipher;
    private TreeDigest digest;
    private Manifest encrypted;
    private PublishedVersions versions;

    @BeforeEach
    void publish() throws IOException {
        origin = SampleTree.small(directory.resolve("origin"));
        DatasetKeys keys = new DatasetKeys(directory.resolve("keys"));
        cipher = keys.cipher(Publications.DATASET);
        digest = TreeDigest.read(origin, Publications.order(Optional.of(cipher), Publications.AT), Optional.empty());
        encrypted = digest.encrypted().orElseThrow();
        versions = new PublishedVersions(directory.resolve("published"), keys);
        versions.add(
                origin,
                Publications.unsigned(digest.plain()),
                Optional.of(Publications.unsigned(encrypted)),
                digest.reading());
    }

    @Test
    void servesBothFormsOfAVersionChunkByChunkAsTheirManifestsSay() throws IOException {
        for (Manifest manifest : new Manifest[] {digest.plain(), encrypted}) {
            HeldVersion held = versions.find(manifest.header().version()).orElseThrow();
            for (int chunk = 0; chunk < manifest.header().chunks(); chunk++) {
                assertThat(manifest.digests().proves(chunk, held.chunk(chunk))).isTrue();
            }
        }
    }

    @Test
    void believesNoReadingOfOtherFilesThanItsManifests() throws IOException {
        assertThat(versions.earlier(origin, Publications.DATASET)).isPresent();
        ReadingFile reading = digest.reading();
        ReadingFile shorter = new ReadingFile(
                reading.takenAt(),
                reading.encrypted(),
                reading.keyCheck(),
                reading.stamps().subList(1, reading.stamps().size()));
        versions.add(
                origin, Publications.unsigned(digest.plain()), Optional.of(Publications.unsigned(encrypted)), shorter);
        assertThat(versions.earlier(origin, Publications.DATASET)).isEmpty();
    }

    @Test
    void publishesTheSameDirectoryAsTheSameVersionInBothForms() throws IOException {
        TreeDigest again = TreeDigest.read(
                origin, Publications.order(Optional.of(cipher), Publications.AT.plusSeconds(60)), Optional.empty());
        assertThat(again.plain().header().root())
                .isEqualTo(digest.plain().header().root());
        assertThat(again.encrypted().orElseThrow().header().root())
                .isEqualTo(encrypted.header().root())
                .isNotEqualTo(digest.plain().header().root());
    }

    @Test
    void hidesNamesAndContentFromWhoeverHoldsTheEncryptedForm() throws IOException {
        HeldVersion held = versions.find(encrypted.header().version()).orElseThrow();
        assertThat(held.manifest().list().files())
                .noneMatch(file -> file.path().value().contains("données"))
                .allMatch(file -> file.mode() == 0600);

        ByteArrayOutputStream catalogue = new ByteArrayOutputStream();
        int ofCatalogue = held.manifest().layout().firstChunk(1);
        for (int chunk = 0; chunk < ofCatalogue; chunk++) {
            var bytes = held.chunk(chunk);
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            catalogue.writeBytes(part);
        }
        assertThat(EncryptedForm.open(catalogue.toByteArray(), cipher))
                .isEqualTo(digest.plain().list());
        HeldVersion plain = versions.find(digest.plain().header().version()).orElseThrow();
        assertThat(cipher.decrypt(held.chunk(ofCatalogue))).isEqualTo(plain.chunk(0));
    }

    @Test
    void erasesTheFilesOfEveryVersionAndLeavesWhatWasNeverPublished() throws IOException {
        Files.writeString(origin.resolve("unpublished.txt"), "stays");
        versions.erase(Publications.DATASET);
        assertThat(SampleTree.contents(origin)).containsOnlyKeys("unpublished.txt");
        assertThat(versions.holds(Publications.DATASET)).isFalse();
        assertThat(versions.find(digest.plain().header().version())).isEmpty();
    }

    @Test
    void erasesNothingBehindADirectoryThatHasBecomeALink() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        Files.move(origin.resolve("par taille"), elsewhere);
        Files.createSymbolicLink(origin.resolve("par taille"), elsewhere);
        var before = SampleTree.contents(elsewhere);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> versions.erase(Publications.DATASET))
                .withMessageContaining("behind a link");
        assertThat(SampleTree.contents(elsewhere)).isEqualTo(before).isNotEmpty();
        assertThat(versions.holds(Publications.DATASET)).isTrue();
    }

    @Test
    void countsNothingAsErasedWhereTheDiskOfWhatWasPublishedIsNotThere() throws IOException {
        Path away = Files.move(origin, directory.resolve("away"));
        for (boolean mountPoint : new boolean[] {false, true}) {
            if (mountPoint) {
                Files.createDirectory(origin);
            }
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> versions.erase(Publications.DATASET))
                    .withMessageContaining("Nothing of what was published from " + origin);
            assertThat(versions.holds(Publications.DATASET)).isTrue();
        }
        Files.delete(origin);
        Files.move(away, origin);
        versions.erase(Publications.DATASET);
        assertThat(SampleTree.contents(origin)).isEmpty();
        assertThat(versions.holds(Publications.DATASET)).isFalse();
    }

    @Test
    void erasesWhatWasRemovedByHandOnceItIsSaidSo() throws IOException {
        String named = digest.plain().list().files().getFirst().path().value();
        Files.move(origin, directory.resolve("away"));
        Files.createDirectories(origin.resolve(named).getParent());
        Files.createFile(origin.resolve(named));
        versions.erase(Publications.DATASET);
        assertThat(origin.resolve(named)).doesNotExist();
        assertThat(versions.holds(Publications.DATASET)).isFalse();
    }

    @Test
    void erasesAnOlderVersionOfWhichOnlyTheNewerOnesFilesAreLeft() throws IOException {
        Files.move(origin, directory.resolve("away"));
        Files.createDirectory(origin);
        Files.writeString(origin.resolve("newer.txt"), "a newer version of other names");
        TreeDigest newer =
                TreeDigest.read(origin, Publications.order(Optional.empty(), Publications.AT), Optional.empty());
        versions.add(origin, Publications.unsigned(newer.plain()), Optional.empty(), newer.reading());
        versions.erase(Publications.DATASET);
        assertThat(SampleTree.contents(origin)).isEmpty();
        assertThat(versions.holds(Publications.DATASET)).isFalse();
    }

    @Test
    void goesOnWithAnErasureThatAKillBrokeOffBeforeTheManifestsWereRemoved() throws IOException {
        Files.createFile(directory
                .resolve("published")
                .resolve(Publications.DATASET.value())
                .resolve(digest.plain().header().root().value())
                .resolve("erasing"));
        PublishedFiles.erase(origin, digest.plain().list());
        versions.erase(Publications.DATASET);
        assertThat(versions.holds(Publications.DATASET)).isFalse();
    }
}
