package org.liptako.node.exchange.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.exchange.store.StoreListing;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site's store, asked and written to only while it is known to be that: otherwise every call fails with STORE_UNKNOWN, and nothing is
 * taken for lost, fetched to another disk, or said to be erased. Thread-safe.
 */
public final class RecognisedStore implements ReplicaStore {
    private static final Logger LOG = LoggerFactory.getLogger(RecognisedStore.class);

    private final ReplicaStore store;
    private final StoreRecognition recognition;

    RecognisedStore(ReplicaStore store, StoreRecognition recognition) {
        this.store = store;
        this.recognition = recognition;
    }

    /** Looks at the store as the node starts, and says in the log what is wrong with it; the node starts all the same. */
    public void start() {
        try {
            Optional<Sentence> said = refusal();
            LOG.debug("The store was looked at: {}", said);
        } catch (IOException e) {
            LOG.warn("The store cannot be looked at now; it is each time that it is used.", e);
        }
    }

    /**
     * Why nothing is fetched to the store, or judged by it; empty if it is this site's.
     *
     * @throws IOException if it cannot be looked at
     */
    public Optional<Sentence> refusal() throws IOException {
        return recognition.refusal();
    }

    private ReplicaStore known() throws IOException {
        Optional<Sentence> refusal = refusal();
        if (refusal.isPresent()) {
            throw new Failure(ErrorCode.STORE_UNKNOWN, refusal.get());
        }
        return store;
    }

    /** Whatever store it is. */
    @Override
    public Optional<StoreIdentity> identity() throws IOException {
        return store.identity();
    }

    @Override
    public void identify(StoreIdentity identity) throws IOException {
        known().identify(identity);
    }

    @Override
    public Optional<HeldVersion> sealed(DatasetVersion version) throws IOException {
        return known().sealed(version);
    }

    @Override
    public Optional<HeldVersion> sealedAnew(DatasetVersion version) throws IOException {
        return known().sealedAnew(version);
    }

    @Override
    public void renew(SignedManifest manifest) throws IOException {
        known().renew(manifest);
    }

    @Override
    public List<DatasetVersion> sealed(DatasetId dataset) throws IOException {
        return known().sealed(dataset);
    }

    @Override
    public List<DatasetVersion> partial(DatasetId dataset) throws IOException {
        return known().partial(dataset);
    }

    /** A place only: whoever fills it has asked the store before. */
    @Override
    public Path draft(DatasetVersion version) {
        return store.draft(version);
    }

    @Override
    public StagedReplica stage(SignedManifest manifest) throws IOException {
        return known().stage(manifest);
    }

    @Override
    public Optional<SignedManifest> partial(DatasetVersion version) throws IOException {
        return known().partial(version);
    }

    @Override
    public List<DatasetVersion> others(DatasetVersion version, int most) throws IOException {
        return known().others(version, most);
    }

    @Override
    public boolean isHere(DatasetVersion version) throws IOException {
        return known().isHere(version);
    }

    @Override
    public Optional<HeldVersion> present(DatasetVersion version) throws IOException {
        return known().present(version);
    }

    @Override
    public long freeBytes() throws IOException {
        return known().freeBytes();
    }

    @Override
    public void quarantine(DatasetVersion version) throws IOException {
        known().quarantine(version);
    }

    @Override
    public boolean quarantined(DatasetVersion version) throws IOException {
        return known().quarantined(version);
    }

    @Override
    public void seal(DatasetVersion version) throws IOException {
        known().seal(version);
    }

    @Override
    public void reopen(DatasetVersion version, BitSet damaged, Runnable tick) throws IOException {
        known().reopen(version, damaged, tick);
    }

    @Override
    public void discard(DatasetVersion version) throws IOException {
        known().discard(version);
    }

    @Override
    public void erase(DatasetVersion version) throws IOException {
        known().erase(version);
    }

    @Override
    public void finishErasing(DatasetId dataset) throws IOException {
        known().finishErasing(dataset);
    }

    @Override
    public void list(StoreListing told) throws IOException {
        known().list(told);
    }

    @Override
    public Optional<StoreStep> step(DatasetVersion version) throws IOException {
        return known().step(version);
    }
}
