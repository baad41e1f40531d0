package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketRemoval;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.ManifestFolder;
import org.liptako.node.exchange.store.Presence;
import org.liptako.node.exchange.store.VersionFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manifests beside the files in the bucket. A folder of this node keeps what was read of them; it is filled again from the bucket where
 * it is lost, so that another machine can go on. Thread-safe.
 */
record ManifestObjects(BucketClient bucket, BucketRemoval removal, Path kept) {
    private static final Logger LOG = LoggerFactory.getLogger(ManifestObjects.class);
    /** The header comes last, so that a manifest that has one is whole. */
    private static final List<String> PARTS = List.of("files", "digests", "header.json");

    /** What this node keeps of a version on its own disk. */
    Path folder(DatasetVersion version) {
        return VersionFolders.folder(kept, version);
    }

    void write(SignedManifest signed) throws IOException {
        DatasetVersion version = signed.manifest().header().version();
        ManifestFolder.write(folder(version), signed);
        for (String part : PARTS) {
            bucket.put(
                    new ReplicaKeys(version).manifest(part),
                    Content.of(folder(version).resolve(part)));
        }
    }

    /**
     * The manifest in the bucket; empty if there is none, or not the whole of it.
     *
     * @throws DamagedManifestException if it is damaged there too
     */
    Optional<SignedManifest> read(DatasetVersion version) throws IOException {
        if (bucket.head(new ReplicaKeys(version).manifest("header.json")).isEmpty()) {
            return Optional.empty();
        }
        Optional<SignedManifest> own = own(version);
        return own.isPresent() ? own : Optional.of(fetched(version));
    }

    /** Asks whether anything of a version is to be in the bucket. */
    @FunctionalInterface
    interface Standing {
        boolean isHere() throws IOException;
    }

    /**
     * As {@link #read}, held against what the bucket has: of this node's copy and the bucket's, the one that is whole mends the other. Of a version that is erased
     * meanwhile, by another node too, nothing is put back.
     */
    Optional<SignedManifest> readAnew(DatasetVersion version, Standing standing) throws IOException {
        Optional<SignedManifest> own = own(version);
        if (own.isEmpty()) {
            return read(version);
        }
        for (String part : PARTS) {
            Path file = folder(version).resolve(part);
            String key = new ReplicaKeys(version).manifest(part);
            if (!isThere(key, file) && !isPutBack(key, file, standing)) {
                forget(version);
                return Optional.empty();
            }
        }
        return own;
    }

    /** Looked for before and after: whoever erases says so first, and removes then. */
    private boolean isPutBack(String key, Path file, Standing standing) throws IOException {
        if (!standing.isHere()) {
            return false;
        }
        bucket.put(key, Content.of(file));
        if (standing.isHere()) {
            return true;
        }
        removal.remove(key, key::equals);
        return false;
    }

    private boolean isThere(String key, Path file) throws IOException {
        if (bucket.head(key)
                .filter(object -> object.size() == file.toFile().length())
                .isEmpty()) {
            return false;
        }
        try (SameBytes same = new SameBytes(file)) {
            bucket.copy(key, same);
            return same.isSame();
        }
    }

    private Optional<SignedManifest> own(DatasetVersion version) throws IOException {
        if (!ManifestFolder.exists(folder(version))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ManifestFolder.read(folder(version), version));
        } catch (DamagedManifestException e) {
            LOG.warn("{} The bucket's of {} is read.", e.getMessage(), version);
            return Optional.empty();
        }
    }

    private SignedManifest fetched(DatasetVersion version) throws IOException {
        Path folder = folder(version);
        Durable.directory(folder);
        for (String part : PARTS) {
            String key = new ReplicaKeys(version).manifest(part);
            if (bucket.head(key).isEmpty()) {
                throw new DamagedManifestException(key, null);
            }
            Durable.write(folder.resolve(part), out -> bucket.copy(key, out));
        }
        try {
            return ManifestFolder.read(folder, version);
        } catch (DamagedManifestException e) {
            // What is kept here is not to outlive what it was read from.
            Files.deleteIfExists(folder.resolve("header.json"));
            throw e;
        }
    }

    void forget(DatasetVersion version) throws IOException {
        if (Presence.isDirectory(folder(version))) {
            Durable.remove(folder(version));
        }
    }
}
