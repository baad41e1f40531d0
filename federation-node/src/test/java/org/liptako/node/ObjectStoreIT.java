package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.PublishVersionResponse;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.bucket.BrittleLine;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.bucket.UploadedPart;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;

/**
 * Whole nodes over real object stores: Mali publishes what lies in its own, Burkina Faso takes a copy into its own, and kill -9 ends each of the
 * two while bytes go over the line to it.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ObjectStoreIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATASET = "ML-DS-014";
    private static final String COPIES = "BF-OUA-1/";
    private static final int MEBIBYTES = 80;
    /** Whoever began anew after that would send more twice than may be. */
    private static final long UNTIL_THE_KILL = 68L << 20;

    private static final long MOST_TWICE = 64L << 20;

    @TempDir
    private Path directory;

    private TrialBucket malis;
    private TrialBucket burkinas;
    private BrittleLine toMalis;
    private BrittleLine toBurkinas;
    private TrialFederation region;

    @BeforeEach
    void start() throws IOException {
        malis = TrialBucket.start();
        burkinas = TrialBucket.start();
        toMalis = new BrittleLine(malis.port());
        toBurkinas = new BrittleLine(burkinas.port());
        region = TrialFederation.withBuckets(
                directory,
                Map.of(
                        State.ML,
                        malis.config("ML-BKO-1/", toMalis.port()),
                        State.BF,
                        burkinas.config(COPIES, toBurkinas.port())));
        region.takeTheSamples();
    }

    @AfterEach
    void stop() throws IOException {
        if (region != null) {
            region.close();
            toMalis.close();
            toBurkinas.close();
            malis.close();
            burkinas.close();
        }
    }

    @Test
    void aCopyOutlivesItsObjectStoreAndThatOfItsSource() throws IOException, InterruptedException {
        Path origin = SampleTree.large(directory.resolve("origin"), MEBIBYTES);
        PublishVersionResponse version = publish(origin);
        toBurkinas.breakAfter(UNTIL_THE_KILL, burkinas::kill);
        region.grantToOuagadougou("object-store-1", DATASET, false);

        toBurkinas.awaitBreak();
        Transfer waiting = awaitWaiting("does not answer as it must");
        burkinas.startAgain();
        try (BucketClient bucket = burkinas.client(COPIES)) {
            assertThat(bytesIn(bucket)).isGreaterThanOrEqualTo(waiting.getChunksDurable() << 20);
        }
        toMalis.breakAfter(4 << 20, malis::kill);
        toBurkinas.mend();

        toMalis.awaitBreak();
        Transfer again = awaitWaiting("NOT_READY");
        assertThat(again.getBytesTwice()).isLessThanOrEqualTo(MOST_TWICE);
        region.stop(State.BF);
        malis.startAgain();
        toMalis.mend();
        region.startAgain(State.BF);

        await().atMost(LONG).until(() -> transfer().getStatus() == TransferStatus.TRANSFER_STATUS_SEALED);
        assertThat(transfer().getBytesTwice() - again.getBytesTwice()).isLessThanOrEqualTo(MOST_TWICE);
        Path copy = burkinas.files().resolve(COPIES + DATASET).resolve(version.getVersionRoot());
        assertThat(SampleTree.digests(copy.resolve("data"))).isEqualTo(SampleTree.digests(origin));
        try (BucketClient bucket = burkinas.client(COPIES)) {
            assertThat(bucket.uploads().below("")).isEmpty();
            assertThat(bucket.names(DATASET + "/" + version.getVersionRoot() + "/"))
                    .containsExactly("data", "manifest");
        }
    }

    private PublishVersionResponse publish(Path origin) throws IOException {
        try (BucketClient bucket = malis.client("published/")) {
            bucket.put("statistics/2026/large.bin", Content.of(origin.resolve("large.bin")));
        }
        return replicas(State.ML)
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("s3://statistics/2026")
                        .setClearOnly(true)
                        .build());
    }

    private Transfer awaitWaiting(String words) {
        return await().atMost(LONG)
                .until(
                        this::transfer,
                        transfer -> transfer.getStatus() == TransferStatus.TRANSFER_STATUS_WAITING
                                && transfer.getStatusReason().getEn().contains(words));
    }

    private Transfer transfer() {
        return replicas(State.BF)
                .listTransfers(ListTransfersRequest.getDefaultInstance())
                .getTransfers(0);
    }

    /** Of the copy's file, in whatever form the object store has them. */
    private static long bytesIn(BucketClient bucket) throws IOException {
        List<Long> sizes = new ArrayList<>();
        bucket.list("", object -> {
            if (object.key().contains("/data/") || object.key().contains("/chunks/")) {
                sizes.add(object.size());
            }
        });
        for (Upload upload : bucket.uploads().below("")) {
            bucket.uploads().parts(upload).stream().map(UploadedPart::size).forEach(sizes::add);
        }
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    private ReplicaServiceGrpc.ReplicaServiceBlockingStub replicas(State state) {
        return ReplicaServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }
}
