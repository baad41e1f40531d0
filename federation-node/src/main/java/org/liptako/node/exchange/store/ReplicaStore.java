package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.journal.event.DatasetId;

/**
 * The replicas that this data centre received. A replica is staged while its chunks come, in quarantine once it is whole, and sealed, hence
 * served to others, only after the journal says so. Every step may be repeated; each is durable when the call returns. Thread-safe.
 */
public interface ReplicaStore {
    /** What tells this store from others; empty where nothing in it says so. */
    Optional<StoreIdentity> identity() throws IOException;

    /** Puts an identity into the store, and makes it one if it was none. */
    void identify(StoreIdentity identity) throws IOException;

    /**
     * A sealed replica. Its manifest may be in memory since it was read.
     *
     * @throws DamagedManifestException if it is there, and its manifest is not
     */
    Optional<HeldVersion> sealed(DatasetVersion version) throws IOException;

    /** As {@link #sealed(DatasetVersion)}, with the manifest read again from where it lies. */
    Optional<HeldVersion> sealedAnew(DatasetVersion version) throws IOException;

    /** Puts a manifest in the place of the one beside what is here of its version, in whatever state; nothing where nothing is. */
    void renew(SignedManifest manifest) throws IOException;

    /** The sealed replicas of a dataset, one for each version. */
    List<DatasetVersion> sealed(DatasetId dataset) throws IOException;

    /** What was staged or is in quarantine of a dataset. */
    List<DatasetVersion> partial(DatasetId dataset) throws IOException;

    /** Where, on this machine, what has come of a version's manifest is kept until the replica is staged or discarded. */
    Path draft(DatasetVersion version);

    /** Opens a replica for receiving, with what an earlier attempt left. One at a time for each version; to be closed. */
    StagedReplica stage(SignedManifest manifest) throws IOException;

    /**
     * The manifest of a replica that is staged or in quarantine.
     *
     * @throws DamagedManifestException if there is one, and it is damaged
     */
    Optional<SignedManifest> partial(DatasetVersion version) throws IOException;

    /** Other versions of the same dataset of which there is something here, in whatever state; those touched last come first. */
    List<DatasetVersion> others(DatasetVersion version, int most) throws IOException;

    /** Whether anything of a version is here, in whatever state. */
    boolean isHere(DatasetVersion version) throws IOException;

    /** What is here of a version, whole or not: chunks may be missing, or other bytes in their place. */
    Optional<HeldVersion> present(DatasetVersion version) throws IOException;

    /** How many bytes more the disk takes. */
    long freeBytes() throws IOException;

    /** Takes a whole and closed replica out of staging. */
    void quarantine(DatasetVersion version) throws IOException;

    /** Whether a whole replica waits to be sealed. */
    boolean quarantined(DatasetVersion version) throws IOException;

    /** Releases a replica from quarantine. */
    void seal(DatasetVersion version) throws IOException;

    /**
     * Takes a replica that is sealed or in quarantine back to those that are received, with all but the damaged chunks claimed: what is then
     * missing is fetched, and the replica goes through quarantine to be sealed again. May be repeated after a kill.
     *
     * @param tick called again and again where it takes long; what it throws ends the reopening, which may then be repeated too
     */
    void reopen(DatasetVersion version, BitSet damaged, Runnable tick) throws IOException;

    /** Removes what was staged or in quarantine. */
    void discard(DatasetVersion version) throws IOException;

    /** Removes a sealed replica and checks that it is gone. */
    void erase(DatasetVersion version) throws IOException;

    /** Removes what erasures of this dataset that were killed have left. */
    void finishErasing(DatasetId dataset) throws IOException;

    /**
     * Tells of every version of which something is here, in whatever state, and of everything else that lies in the store. It may last, and what changes
     * meanwhile is told or not.
     *
     * @throws IOException if the store itself is not there, or cannot be read
     */
    void list(StoreListing told) throws IOException;

    /** Where a version is now; empty if nothing of it is here. */
    Optional<StoreStep> step(DatasetVersion version) throws IOException;
}
