package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ConfigException;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketConnection;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.BucketProbe;
import org.liptako.node.exchange.bucket.BucketRemoval;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.OpenVersions;
import org.liptako.node.exchange.store.ReceivedLog;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.exchange.store.StoreListing;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.journal.event.DatasetId;

/**
 * Replicas in a bucket: every file is one object under its own name, so that the State's other tools can read a sealed copy. All that the
 * node needs to go on lies in the bucket too; its own disk keeps copies of manifests and the count of what came. Thread-safe.
 */
public final class S3ReplicaStore implements ReplicaStore {
    /** As many as keep an object store busy that takes its time to confirm. */
    private static final int SENDERS = 6;

    private final BucketClient bucket;
    private final BucketRemoval removal;
    private final ReplicaStates states;
    private final ManifestObjects manifests;
    private final HeldObjects held;
    private final Path drafts;
    private final Executor senders;
    private final OpenVersions open = new OpenVersions();

    /**
     * A store over a bucket that was found fit for it.
     *
     * @param directory on this node's own disk, for copies of manifests and for those that are on their way
     * @param senders send parts to the object store; as many at a time as it has threads
     */
    public S3ReplicaStore(BucketClient bucket, BucketRemoval removal, Path directory, Executor senders)
            throws IOException {
        this.bucket = bucket;
        this.removal = removal;
        this.states = new ReplicaStates(bucket);
        Path own = directory.toAbsolutePath();
        this.manifests = new ManifestObjects(bucket, removal, own.resolve("manifests"));
        this.held = new HeldObjects(bucket, states, manifests);
        this.drafts = own.resolve("drafts");
        Durable.directory(drafts);
        this.senders = senders;
    }

    /**
     * Opens a configured bucket, after trying whether it is fit for copies.
     *
     * @throws ConfigException if it is not, or does not answer
     */
    public static S3ReplicaStore open(BucketConfig config, Path directory) throws IOException {
        try {
            BucketClient bucket = BucketConnection.open(config);
            return new S3ReplicaStore(
                    bucket,
                    new BucketProbe(bucket).check(),
                    directory,
                    Executors.newFixedThreadPool(
                            SENDERS,
                            Thread.ofPlatform().name("send-", 0).daemon().factory()));
        } catch (BucketException e) {
            throw new ConfigException(e.sentence().fr(), e.sentence().en());
        }
    }

    @Override
    public Optional<StoreIdentity> identity() throws IOException {
        Optional<byte[]> written = bucket.small(StoreIdentity.FILE);
        return written.isEmpty()
                ? Optional.empty()
                : Optional.of(StoreIdentity.read(written.get(), bucket.name(StoreIdentity.FILE)));
    }

    @Override
    public void identify(StoreIdentity identity) throws IOException {
        bucket.put(StoreIdentity.FILE, Content.of(identity.written()));
    }

    @Override
    public Optional<HeldVersion> sealed(DatasetVersion version) throws IOException {
        return open.get(version, () -> held.sealed(version));
    }

    @Override
    public Optional<HeldVersion> sealedAnew(DatasetVersion version) throws IOException {
        open.forget(version);
        return open.get(version, () -> held.sealedAnew(version));
    }

    @Override
    public void renew(SignedManifest manifest) throws IOException {
        DatasetVersion version = manifest.manifest().header().version();
        try {
            if (isHere(version)) {
                manifests.write(manifest);
            }
        } finally {
            open.forget(version);
        }
        Files.deleteIfExists(draft(version));
    }

    @Override
    public List<DatasetVersion> sealed(DatasetId dataset) throws IOException {
        return states.in(dataset, List.of(ReplicaStep.SEALED));
    }

    @Override
    public List<DatasetVersion> partial(DatasetId dataset) throws IOException {
        return states.in(dataset, List.of(ReplicaStep.RECEIVING, ReplicaStep.WHOLE));
    }

    @Override
    public Optional<SignedManifest> partial(DatasetVersion version) throws IOException {
        return held.partial(version);
    }

    @Override
    public Path draft(DatasetVersion version) {
        return drafts.resolve(version.dataset() + "." + version.root());
    }

    @Override
    public StagedReplica stage(SignedManifest manifest) throws IOException {
        DatasetVersion version = manifest.manifest().header().version();
        ReplicaObjects objects = new ReplicaObjects(bucket, manifest.manifest());
        for (ManifestFile file : manifest.manifest().list().files()) {
            objects.keys().check(file, bucket);
        }
        if (states.is(version, ReplicaStep.ERASING)) {
            remove(version);
        }
        if (states.step(version).isEmpty()) {
            // First of all: whatever follows is found, and removed, by what stands here.
            states.step(version, ReplicaStep.RECEIVING);
        }
        if (manifests.read(version).isEmpty()) {
            manifests.write(manifest);
        }
        ReplicaScan found = ReplicaScan.of(objects);
        ReceivedLog received = ReceivedLog.open(
                manifests.folder(version).resolve("received"),
                manifest.manifest().layout());
        StagedObjects staged = new StagedObjects(objects, found, received, senders);
        staged.resume();
        Files.deleteIfExists(draft(version));
        return staged;
    }

    @Override
    public List<DatasetVersion> others(DatasetVersion version, int most) throws IOException {
        Map<DatasetVersion, Instant> since = new HashMap<>();
        for (DatasetVersion other : states.all(version.dataset())) {
            if (!other.equals(version) && !states.is(other, ReplicaStep.ERASING)) {
                since.put(other, states.since(other));
            }
        }
        return since.entrySet().stream()
                .sorted(Map.Entry.<DatasetVersion, Instant>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<HeldVersion> present(DatasetVersion version) throws IOException {
        return held.present(version);
    }

    @Override
    public boolean isHere(DatasetVersion version) throws IOException {
        return states.isHere(version);
    }

    /** An object store tells nobody how much more it takes; it says so when it is full. */
    @Override
    public long freeBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public void quarantine(DatasetVersion version) throws IOException {
        if (states.is(version, ReplicaStep.RECEIVING)) {
            Optional<SignedManifest> signed = manifests.read(version);
            if (signed.isPresent()) {
                new WholeReplica(new ReplicaObjects(bucket, signed.get().manifest())).check();
                states.step(version, ReplicaStep.WHOLE);
            }
        }
    }

    @Override
    public boolean quarantined(DatasetVersion version) throws IOException {
        return states.is(version, ReplicaStep.WHOLE);
    }

    @Override
    public void seal(DatasetVersion version) throws IOException {
        if (quarantined(version)) {
            states.step(version, ReplicaStep.SEALED);
        }
    }

    @Override
    public void reopen(DatasetVersion version, BitSet damaged, Runnable tick) throws IOException {
        Optional<SignedManifest> signed =
                states.is(version, ReplicaStep.SEALED) || states.is(version, ReplicaStep.WHOLE)
                        ? manifests.read(version)
                        : Optional.empty();
        if (signed.isEmpty()) {
            // What was read of it before is nothing to go on.
            open.forget(version);
            return;
        }
        ReplicaObjects objects = new ReplicaObjects(bucket, signed.get().manifest());
        for (int chunk = damaged.nextSetBit(0); chunk >= 0; ) {
            DamagedFile file = new DamagedFile(objects, chunk);
            file.takeApart(damaged, tick);
            chunk = damaged.nextSetBit(file.end());
        }
        open.change(version, () -> states.step(version, ReplicaStep.RECEIVING));
    }

    @Override
    public void discard(DatasetVersion version) throws IOException {
        Durable.remove(draft(version));
        if (!states.is(version, ReplicaStep.SEALED)) {
            remove(version);
        }
    }

    @Override
    public void erase(DatasetVersion version) throws IOException {
        open.change(version, () -> {
            if (states.is(version, ReplicaStep.SEALED)) {
                // Said first: a half-removed replica must not pass for a sealed one.
                states.step(version, ReplicaStep.ERASING);
            }
        });
        if (states.is(version, ReplicaStep.ERASING)) {
            remove(version);
        }
    }

    @Override
    public void finishErasing(DatasetId dataset) throws IOException {
        for (DatasetVersion version : states.in(dataset, List.of(ReplicaStep.ERASING))) {
            remove(version);
        }
    }

    @Override
    public void list(StoreListing told) throws IOException {
        new BucketWalk(bucket, new KeptSteps(bucket, states)::ofSomething, told).walk();
    }

    @Override
    public Optional<StoreStep> step(DatasetVersion version) throws IOException {
        return new KeptSteps(bucket, states).of(version);
    }

    /** The state goes last: as long as something is there, it says of what. */
    private void remove(DatasetVersion version) throws IOException {
        ReplicaKeys keys = new ReplicaKeys(version);
        removal.remove(keys.all(), key -> !key.equals(keys.state()));
        removal.remove(keys.all(), key -> true);
        manifests.forget(version);
    }
}
