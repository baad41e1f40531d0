package org.liptako.node.exchange.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.DeviantBucket;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.CopyReading;

/** A copy in an object store that does not give it: only what is gone counts as damage. */
@Timeout(60)
class RefusedReadingIT {
    @ParameterizedTest
    @CsvSource({"503, SlowDown", "403, ExpiredToken", "400, MalformedXML"})
    void aRefusalSaysNothingOfTheBytes(int status, String code, @TempDir Path directory) throws IOException {
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket.refusing(status, code));
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            S3Version held = held(bucket, directory);
            assertThatExceptionOfType(BucketException.class)
                    .isThrownBy(() -> CopyReading.damaged(held, done -> {}))
                    .withMessageContaining(code);
        }
    }

    @Test
    void objectsThatAreTooShortOrGoneAreDamaged(@TempDir Path directory) throws IOException {
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket::givesLess);
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            assertThat(damaged(held(bucket, directory))).isEqualTo(2);
        }
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket.refusing(404, "NoSuchKey"));
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            assertThat(damaged(held(bucket, directory))).isEqualTo(2);
        }
    }

    private static int damaged(S3Version held) throws IOException {
        BitSet damaged = CopyReading.damaged(held, done -> {});
        return damaged.cardinality();
    }

    private static S3Version held(BucketClient bucket, Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 2);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        return new S3Version(signed, new ReplicaObjects(bucket, signed.manifest()));
    }
}
