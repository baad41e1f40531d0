package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.ConfigException;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What a node says of a bucket before it trusts it with copies, against a real object store. */
@Timeout(60)
class BucketProbeIT {
    private static TrialBucket objects;

    @BeforeAll
    static void start() throws IOException {
        objects = TrialBucket.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (objects != null) {
            objects.close();
        }
    }

    @Test
    void leavesNothingInABucketThatIsFit() throws IOException {
        try (BucketClient bucket = objects.client("fit/")) {
            new BucketProbe(bucket).check();

            assertThat(keys(bucket)).isEmpty();
            assertThat(bucket.uploads().below("")).isEmpty();
        }
    }

    @Test
    void removesEarlierVersionsToo() throws IOException {
        Files.createDirectories(objects.files().resolveSibling("versioned"));
        try (BucketClient bucket = BucketConnection.open(objects.config("versioned", TrialBucket.SECRET))) {
            bucket.ask(client -> client.putBucketVersioning(request -> request.bucket("versioned")
                    .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED))));
            BucketRemoval removal = new BucketProbe(bucket).check();
            bucket.put("a/twice", Content.of(new byte[] {1}));
            bucket.put("a/twice", Content.of(new byte[] {2}));
            bucket.put("a/hidden", Content.of(new byte[] {3}));
            bucket.remove("a/hidden");

            removal.remove("a/", key -> true);

            var left = bucket.ask(client -> client.listObjectVersions(request -> request.bucket("versioned")));
            assertThat(left.versions()).isEmpty();
            assertThat(left.deleteMarkers()).isEmpty();
        }
    }

    @Test
    void removesEarlierVersionsOfABucketThatBeganToKeepThemUnderARunningNode() throws IOException {
        Files.createDirectories(objects.files().resolveSibling("later"));
        try (BucketClient bucket = BucketConnection.open(objects.config("later", TrialBucket.SECRET))) {
            BucketRemoval removal = new BucketProbe(bucket).check();
            bucket.put("a/kept", Content.of(new byte[] {1}));
            bucket.ask(client -> client.putBucketVersioning(request -> request.bucket("later")
                    .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED))));

            removal.remove("a/", key -> true);

            var left = bucket.ask(client -> client.listObjectVersions(request -> request.bucket("later")));
            assertThat(left.versions()).isEmpty();
            assertThat(left.deleteMarkers()).isEmpty();
        }
    }

    @Test
    void refusesABucketThatLocksItsObjects(@TempDir Path directory) throws IOException {
        try (BucketClient bucket = BucketConnection.open(objects.config("locked", TrialBucket.SECRET))) {
            bucket.ask(client ->
                    client.createBucket(request -> request.bucket("locked").objectLockEnabledForBucket(true)));
        }
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> S3ReplicaStore.open(objects.config("locked", TrialBucket.SECRET), directory))
                .withMessageContaining("Object Lock")
                .withMessageContaining("liptako.exchange.s3.bucket");
    }

    @Test
    void saysWhichKeyToMendWhenTheStoreRefuses(@TempDir Path directory) throws IOException {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> S3ReplicaStore.open(objects.config("copies", "another secret"), directory))
                .withMessageContaining("liptako.exchange.s3.credentials-file");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> S3ReplicaStore.open(objects.config("nowhere", TrialBucket.SECRET), directory))
                .withMessageContaining("liptako.exchange.s3.bucket");
    }

    @Test
    void readsNoCredentialsThatOthersMayRead(@TempDir Path directory) throws IOException {
        var config = objects.config("copies", TrialBucket.SECRET);
        Files.setPosixFilePermissions(config.credentials(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> S3ReplicaStore.open(config, directory))
                .withMessageContaining("chmod 600");
    }

    private static List<String> keys(BucketClient bucket) throws IOException {
        List<String> keys = new ArrayList<>();
        bucket.list("", object -> keys.add(object.key()));
        return keys;
    }
}
