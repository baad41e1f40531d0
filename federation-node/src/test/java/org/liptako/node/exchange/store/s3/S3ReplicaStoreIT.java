package org.liptako.node.exchange.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketProbe;
import org.liptako.node.exchange.bucket.BucketRemoval;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.TrialBucket;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.publication.Publications;
import org.liptako.node.exchange.store.ChunkReader;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.ReplicaStoreContract;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.journal.event.DatasetId;

/** What every store does, and what is a bucket's own, on a real object store. */
@Timeout(60)
class S3ReplicaStoreIT extends ReplicaStoreContract {
    private static TrialBucket objects;
    private static ExecutorService senders;

    @BeforeAll
    static void start() throws IOException {
        objects = TrialBucket.start();
        senders = Executors.newFixedThreadPool(4);
    }

    @AfterAll
    static void stop() throws IOException {
        if (objects != null) {
            senders.shutdownNow();
            objects.close();
        }
    }

    @Override
    protected ReplicaStore open(Path directory) throws IOException {
        BucketClient bucket = objects.client(prefix(directory));
        return new S3ReplicaStore(bucket, new BucketProbe(bucket).check(), directory, senders);
    }

    /** Each test has a prefix of its own. */
    private static String prefix(Path directory) {
        return "tests/" + directory.getName(directory.getNameCount() - 2) + "/";
    }

    @Override
    protected void nothingIsLeft(Path directory) throws IOException {
        BucketClient bucket = objects.client(prefix(directory));
        List<String> left = new ArrayList<>();
        bucket.list("", object -> left.add(object.key()));
        assertThat(left).isEmpty();
        assertThat(bucket.uploads().below("")).isEmpty();
    }

    @Override
    protected String sealed(DatasetId dataset) {
        return ReplicaKeys.dataset(dataset);
    }

    @Override
    protected void plant(Path directory, String name) throws IOException {
        objects.client(prefix(directory)).put(name, Content.of(new byte[] {1}));
    }

    @Override
    protected void damage(Path directory, DatasetVersion version, ChunkPlace place) throws IOException {
        damage(objects.files().resolve(prefix(directory)).resolve(new ReplicaKeys(version).data()), place);
    }

    /** In the bucket, and the copy that the node keeps on its own disk. */
    @Override
    protected void rot(Path directory, DatasetVersion version, String part, Rot rot) throws IOException {
        rot.damage(objects.files().resolve(prefix(directory)).resolve(new ReplicaKeys(version).manifest(part)));
        rot.damage(
                VersionFolders.folder(directory.resolve("manifests"), version).resolve(part));
    }

    @Test
    void aManifestIsNotPutBackOfACopyThatAnotherNodeErasesMeanwhile(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 1);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        var version = signed.manifest().header().version();
        BucketClient bucket = objects.client(prefix(directory.resolve("store")));
        BucketRemoval removal = new BucketProbe(bucket).check();
        ManifestObjects manifests = new ManifestObjects(bucket, removal, directory.resolve("store/manifests"));
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            staged.write(0, new ChunkReader(origin, signed.manifest().layout()).read(0));
            staged.sync();
        }
        store.quarantine(version);
        store.seal(version);
        ReplicaStore other = open(directory.resolve("other"));
        bucket.remove(new ReplicaKeys(version).manifest("files"));
        List<Boolean> asked = new ArrayList<>();

        assertThat(manifests.readAnew(version, () -> {
                    boolean here = other.isHere(version);
                    asked.add(here);
                    other.erase(version);
                    return here;
                }))
                .isEmpty();

        assertThat(asked).containsExactly(true, false);
        nothingIsLeft(directory.resolve("store"));
        assertThat(manifests.folder(version)).doesNotExist();
        assertThat(store.sealedAnew(version)).isEmpty();
    }

    @Test
    void ofTheBucketsManifestAndTheNodesCopyTheOneThatIsWholeMendsTheOther(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 2);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        var version = signed.manifest().header().version();
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            staged.write(0, source.read(0));
            staged.write(1, source.read(1));
            staged.sync();
        }
        store.quarantine(version);
        store.seal(version);
        Path inBucket = objects.files().resolve(prefix(directory.resolve("store")));
        Path own = VersionFolders.folder(directory.resolve("store/manifests"), version);
        for (Rot rot : Rot.values()) {
            for (String part : List.of("header.json", "files", "digests")) {
                Path kept = inBucket.resolve(new ReplicaKeys(version).manifest(part));
                byte[] right = Files.readAllBytes(kept);

                rot.damage(kept);
                assertThat(store.sealedAnew(version)).isPresent();
                assertThat(kept).hasBinaryContent(right);

                rot.damage(own.resolve(part));
                assertThat(store.sealedAnew(version)).isPresent();
                assertThat(own.resolve(part)).hasBinaryContent(right);
            }
        }
    }

    @Test
    void goesOnInTheMiddleOfAFileWithThePartsThatAreThere(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 20);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        try (StagedReplica staged = open(directory.resolve("store")).stage(signed)) {
            for (int chunk = 0; chunk < 11; chunk++) {
                staged.write(chunk, source.read(chunk));
            }
        }
        // Another machine: nothing of the first one's disk is there.
        ReplicaStore store = open(directory.resolve("other"));
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.durable()).isEqualTo(8);
            for (int chunk = 8; chunk < 20; chunk++) {
                staged.write(chunk, source.read(chunk));
            }
            staged.sync();
            assertThat(staged.missing().isEmpty()).isTrue();
        }
        var version = signed.manifest().header().version();
        store.quarantine(version);
        store.seal(version);
        Path file =
                objects.files().resolve(prefix(directory.resolve("store"))).resolve(new ReplicaKeys(version).data());
        assertThat(SampleTree.digests(file)).isEqualTo(SampleTree.digests(origin));
    }

    @Test
    void putsAPartTogetherWhoseChunksCameInSeveralAttempts(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 20);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        ReplicaStore store = open(directory.resolve("store"));
        for (int attempt = 0; attempt < 4; attempt++) {
            try (StagedReplica staged = store.stage(signed)) {
                assertThat(staged.durable()).isEqualTo(attempt * 5);
                for (int chunk = attempt; chunk < 20; chunk += 4) {
                    staged.write(chunk, source.read(chunk));
                }
                staged.sync();
            }
        }
        var version = signed.manifest().header().version();
        store.quarantine(version);
        store.seal(version);
        for (int chunk = 0; chunk < 20; chunk++) {
            assertThat(store.sealed(version).orElseThrow().proved(chunk, ByteBuffer.allocate(1 << 20)))
                    .isPresent();
        }
        BucketClient bucket = objects.client(prefix(directory.resolve("store")));
        assertThat(bucket.names(new ReplicaKeys(version).all())).containsExactly("data", "manifest");
    }

    @Test
    void leavesNoUploadWhoseAnswerWasLost(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 9);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        var version = signed.manifest().header().version();
        ReplicaStore store = open(directory.resolve("store"));
        BucketClient bucket = objects.client(prefix(directory.resolve("store")));
        try (StagedReplica staged = store.stage(signed)) {
            bucket.uploads().begin(new ReplicaKeys(version).data() + "large.bin");
            for (int chunk = 0; chunk < 9; chunk++) {
                staged.write(chunk, source.read(chunk));
            }
            staged.sync();
        }
        assertThat(bucket.uploads().below("")).hasSize(1);

        store.quarantine(version);

        assertThat(bucket.uploads().below("")).isEmpty();
        assertThat(store.quarantined(version)).isTrue();
    }

    @Test
    void holdsNoMoreInMemoryThanItSaysWhateverTheOrder(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 56);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        ReplicaStore store = open(directory.resolve("store"));
        try (StagedReplica staged = store.stage(signed)) {
            // The first chunk of each part, then the second of each: no part is whole before 50 chunks have come.
            for (int offset = 0; offset < 8; offset++) {
                for (int chunk = offset; chunk < 56; chunk += 8) {
                    staged.write(chunk, source.read(chunk));
                }
            }
            staged.sync();
            assertThat(staged.missing().isEmpty()).isTrue();
        }
        store.quarantine(signed.manifest().header().version());
        assertThat(store.quarantined(signed.manifest().header().version())).isTrue();
    }

    @Test
    void asksOnlyForTheDamagedChunksOfAReplicaThatIsReopened(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 20);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ChunkReader source = new ChunkReader(origin, signed.manifest().layout());
        ReplicaStore store = open(directory.resolve("store"));
        receive(store, signed, source);
        var version = signed.manifest().header().version();
        store.quarantine(version);
        store.seal(version);

        BitSet damaged = new BitSet();
        damaged.set(10);
        store.reopen(version, damaged, () -> {});

        assertThat(store.sealed(version)).isEmpty();
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.missing()).isEqualTo(damaged);
        }
        receive(store, signed, source);
        store.quarantine(version);
        store.seal(version);
        Path file =
                objects.files().resolve(prefix(directory.resolve("store"))).resolve(new ReplicaKeys(version).data());
        assertThat(SampleTree.digests(file)).isEqualTo(SampleTree.digests(origin));
    }

    @Test
    void reopeningLooksBeforeEachPartWhetherItMayGoOnAndSendsNoPartTwice(@TempDir Path directory) throws IOException {
        Path origin = SampleTree.large(directory.resolve("origin"), 30);
        SignedManifest signed = Publications.plain(origin, directory.resolve("keys"));
        ReplicaStore store = open(directory.resolve("store"));
        receive(store, signed, new ChunkReader(origin, signed.manifest().layout()));
        var version = signed.manifest().header().version();
        store.quarantine(version);
        store.seal(version);
        BucketClient bucket = objects.client(prefix(directory.resolve("store")));
        BitSet damaged = new BitSet();
        damaged.set(28);
        AtomicInteger looks = new AtomicInteger();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> store.reopen(version, damaged, () -> {
                    if (looks.incrementAndGet() == 3) {
                        throw new CancellationException();
                    }
                }));
        Upload begun = bucket.uploads().below("").getFirst();
        assertThat(bucket.uploads().parts(begun)).hasSize(2);
        // A second one, with less: of an answer that was lost, say.
        bucket.uploads().begin(begun.key());
        store.reopen(version, damaged, () -> {});

        assertThat(bucket.uploads().below("")).containsExactly(begun);
        try (StagedReplica staged = store.stage(signed)) {
            assertThat(staged.missing()).isEqualTo(damaged);
        }
    }

    private static void receive(ReplicaStore store, SignedManifest signed, ChunkReader source) throws IOException {
        try (StagedReplica staged = store.stage(signed)) {
            BitSet missing = staged.missing();
            for (int chunk = missing.nextSetBit(0); chunk >= 0; chunk = missing.nextSetBit(chunk + 1)) {
                assertThat(staged.write(chunk, source.read(chunk))).isTrue();
            }
            staged.sync();
        }
    }
}
