package org.liptako.node.exchange.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.BucketRemoval;
import org.liptako.node.exchange.bucket.DeviantBucket;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.ChunkReader;
import org.liptako.node.exchange.store.StagedReplica;

/** A store over an object store that refuses the bytes themselves. */
@Timeout(60)
class RefusedUploadIT {
    @ParameterizedTest
    @CsvSource({"503, SlowDown", "403, ExpiredToken", "400, BadDigest"})
    void claimsNothingAndSaysWhy(int status, String code, @TempDir Path directory) throws IOException {
        Path origin = SampleTree.small(directory.resolve("origin"));
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket.refusing(status, code));
                BucketClient bucket = BucketConnection.open(deviant.config());
                ExecutorService senders = Executors.newFixedThreadPool(2)) {
            S3ReplicaStore store =
                    new S3ReplicaStore(bucket, new BucketRemoval(bucket), directory.resolve("store"), senders);
            try (StagedReplica staged = store.stage(signed)) {
                assertThat(staged.write(1, source.read(1))).isTrue();

                assertThatExceptionOfType(BucketException.class)
                        .isThrownBy(staged::sync)
                        .withMessageContaining(code);
                assertThat(staged.durable()).isZero();
                assertThatExceptionOfType(BucketException.class)
                        .isThrownBy(() -> staged.write(2, source.read(2)))
                        .withMessageContaining(code);
            }
        }
    }
}
