package org.liptako.node.exchange.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Where the objects of one version lie: {@code <dataset>/<root>/}, and below it {@code data/} with the files under their own names,
 * {@code manifest/}, {@code state.json}, and while it is being received {@code chunks/}.
 */
record ReplicaKeys(DatasetVersion version) {
    private static final int MOST_KEY_BYTES = 1_024;
    /** What S3 takes for one object. */
    private static final long MOST_OBJECT_BYTES = 5L << 40;

    static String dataset(DatasetId dataset) {
        return dataset.value() + "/";
    }

    /** The version of which such a name below its dataset tells; empty for another name. */
    static Optional<DatasetVersion> version(DatasetId dataset, String name) {
        try {
            return Optional.of(new DatasetVersion(dataset, new VersionRoot(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What all keys of the version begin with. */
    String all() {
        return dataset(version.dataset()) + version.root().value() + "/";
    }

    String state() {
        return all() + "state.json";
    }

    String manifest(String part) {
        return all() + "manifest/" + part;
    }

    /** What the keys of all files begin with. */
    String data() {
        return all() + "data/";
    }

    String data(ManifestPath path) {
        return data() + path.value();
    }

    /** What the keys of all chunks begin with that have an object of their own. */
    String chunks() {
        return all() + "chunks/";
    }

    String chunk(int chunk) {
        return chunks() + chunk;
    }

    /**
     * Checks that S3 can hold a file.
     *
     * @throws Failure MANIFEST_REFUSED if its path or its size is beyond what S3 admits
     */
    void check(ManifestFile file, BucketClient bucket) {
        if (bucket.name(data(file.path())).getBytes(UTF_8).length > MOST_KEY_BYTES) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le chemin « " + file.path()
                            + " » est trop long pour un stockage S3 ; raccourcissez-le, ou le préfixe"
                            + " du nœud (liptako.exchange.s3.prefix).",
                    "The path \"" + file.path() + "\" is too long for an S3 store; shorten it, or the node's prefix"
                            + " (liptako.exchange.s3.prefix).");
        }
        if (file.size() > MOST_OBJECT_BYTES) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le fichier « " + file.path() + " » dépasse 5 Tio, ce qu'un stockage S3 admet ; divisez-le.",
                    "The file \"" + file.path() + "\" is over 5 TiB, which is what an S3 store admits; split it.");
        }
    }
}
