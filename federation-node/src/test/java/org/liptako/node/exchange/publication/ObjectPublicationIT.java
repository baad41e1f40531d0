package org.liptako.node.exchange.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.ChunkReader;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.wire.Failure;

/** Objects of a real object store become a version, and are served as long as they are what was published. */
@Timeout(60)
class ObjectPublicationIT {
    @TempDir
    private Path directory;

    private TrialBucket objects;
    private BucketClient bucket;
    private PublishedVersions versions;

    @BeforeEach
    void fill() throws IOException {
        objects = TrialBucket.start();
        bucket = objects.client("published/");
        versions = new PublishedVersions(
                directory.resolve("published"),
                new DatasetKeys(directory.resolve("keys")),
                Optional.of(new PublishedObjects(bucket)));
        Path origin = SampleTree.small(directory.resolve("origin"));
        try (var files = Files.walk(origin)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bucket.put("health/2026/" + origin.relativize(file), Content.of(file));
            }
        }
        bucket.put("health/2027/other", Content.of("another version".getBytes(UTF_8)));
    }

    @AfterEach
    void stop() throws IOException {
        if (bucket != null) {
            bucket.close();
            objects.close();
        }
    }

    @Test
    void theVersionIsTheObjectsByteForByte() throws IOException {
        Manifest manifest = publish();

        HeldVersion held = versions.find(manifest.header().version()).orElseThrow();
        ChunkReader source = new ChunkReader(directory.resolve("origin"), manifest.layout());
        assertThat(manifest.list().files()).hasSize(7);
        for (int chunk = 0; chunk < manifest.header().chunks(); chunk++) {
            assertThat(held.chunk(chunk)).isEqualTo(source.read(chunk));
        }
    }

    @Test
    void whatHasArrivedIsReadByteForByteAndNotAsAnotherThanWasListed() throws IOException {
        bucket.put("health/2026/vide", Content.of(new byte[0]));
        ArrivedFiles arrived = ArrivedFiles.of(bucket, ObjectTree.read(bucket, "health/2026/"));
        assertThat(arrived.names()).hasSize(8);
        for (String name : arrived.names()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            arrived.contents().read(name, some -> bytes.writeBytes(bytes(some)));
            Path file = directory.resolve("origin").resolve(name);
            assertThat(bytes.toByteArray())
                    .as(name)
                    .isEqualTo(name.equals("vide") ? new byte[0] : Files.readAllBytes(file));
        }

        String large = arrived.names().stream()
                .filter(name -> name.contains("3145728"))
                .findFirst()
                .orElseThrow();
        bucket.put("health/2026/" + large, Content.of(new byte[3_145_728]));
        assertThatExceptionOfType(BucketException.class)
                .isThrownBy(() -> arrived.contents().read(large, some -> {}))
                .withMessageContaining("has changed");
    }

    private static byte[] bytes(ByteBuffer some) {
        byte[] bytes = new byte[some.remaining()];
        some.get(bytes);
        return bytes;
    }

    @Test
    void anObjectThatChangedIsNotServed() throws IOException {
        Manifest manifest = publish();
        int chunk = 0;
        String path = manifest.layout().place(chunk).file().path().value();
        bucket.put(
                "health/2026/" + path,
                Content.of(new byte[manifest.layout().place(chunk).length()]));

        HeldVersion held = versions.find(manifest.header().version()).orElseThrow();
        assertThatExceptionOfType(BucketException.class)
                .isThrownBy(() -> held.chunk(chunk))
                .withMessageContaining("publish it again");
    }

    @Test
    void aNameThatNoManifestMayHaveIsRefused() throws IOException {
        bucket.put("health/2026/CON", Content.of(new byte[] {1}));

        assertThatExceptionOfType(Failure.class).isThrownBy(this::publish).withMessageContaining("MANIFEST_REFUSED");
    }

    @Test
    void asManyObjectsAsAreAllowedAreTakenAndOneMoreIsRefused() throws IOException {
        assertThat(ObjectTree.read(bucket, "health/2026/", 7).list().entries()).isEqualTo(7);

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ObjectTree.read(bucket, "health/2026/", 6))
                .withMessageContaining("MANIFEST_REFUSED")
                .withMessageContaining("The version has 7 files");
    }

    @Test
    void erasingRemovesTheObjectsOfTheVersionAndNoOthers() throws IOException {
        publish();

        versions.erase(Publications.DATASET);

        List<String> left = new ArrayList<>();
        bucket.list("", object -> left.add(object.key()));
        assertThat(left).containsExactly("health/2027/other");
        assertThat(versions.holds(Publications.DATASET)).isFalse();
    }

    private Manifest publish() throws IOException {
        ObjectDigest digest =
                ObjectDigest.read(bucket, "health/2026/", Publications.order(Optional.empty(), Publications.AT));
        versions.add(
                new PublishedObjects(bucket), digest.tree(), Publications.unsigned(digest.plain()), Optional.empty());
        return digest.plain();
    }
}
