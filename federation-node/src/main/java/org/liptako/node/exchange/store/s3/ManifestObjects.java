package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.ManifestFolder;
import org.liptako.node.exchange.store.VersionFolders;

/**
 * The manifests beside the files in the bucket. A folder of this node keeps what was read of them; it is filled again from the bucket where
 * it is lost, so that another machine can go on. Thread-safe.
 */
record ManifestObjects(BucketClient bucket, Path kept) {
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

    /** The manifest in the bucket; empty if there is none, or not the whole of it. */
    Optional<SignedManifest> read(DatasetVersion version) throws IOException {
        if (bucket.head(new ReplicaKeys(version).manifest("header.json")).isEmpty()) {
            return Optional.empty();
        }
        Path folder = folder(version);
        if (!ManifestFolder.exists(folder)) {
            Durable.directory(folder);
            for (String part : PARTS) {
                Durable.write(folder.resolve(part), out -> bucket.copy(new ReplicaKeys(version).manifest(part), out));
            }
        }
        SignedManifest signed = ManifestFolder.read(folder);
        if (!signed.manifest().header().version().equals(version)) {
            Durable.remove(folder);
            throw new IOException("The bucket has the manifest of another version in the place of " + version + ".");
        }
        return Optional.of(signed);
    }

    void forget(DatasetVersion version) throws IOException {
        if (Files.isDirectory(folder(version))) {
            Durable.remove(folder(version));
        }
    }
}
