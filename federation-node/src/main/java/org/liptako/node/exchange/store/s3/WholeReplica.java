package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.util.BitSet;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.StoredObject;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.wire.Count;

/**
 * Makes sure that the bucket has an object for each file of a replica, makes those of empty files, and removes uploads that nobody will
 * complete. May be repeated.
 */
final class WholeReplica {
    private final ReplicaObjects objects;
    private final FileIndex index;
    private final BitSet there = new BitSet();

    WholeReplica(ReplicaObjects objects) {
        this.objects = objects;
        this.index = new FileIndex(objects.manifest());
    }

    /** @throws BucketException if a file is not there at its size */
    void check() throws IOException {
        for (ManifestFile file : objects.manifest().list().files()) {
            if (file.size() == 0) {
                objects.bucket().put(objects.keys().data(file.path()), Content.of(new byte[0]));
            }
        }
        objects.bucket().list(objects.keys().data(), this::see);
        int files = objects.manifest().list().files().size();
        if (there.cardinality() != files) {
            ManifestFile lost = objects.manifest().list().files().get(there.nextClearBit(0));
            throw new BucketException(
                    "Il manque au stockage d'objets " + Count.fr(files - there.cardinality(), "fichier")
                            + " de la copie, dont « " + lost.path() + " » ; relancez le transfert.",
                    "The object store lacks " + Count.en(files - there.cardinality(), "file") + " of the copy, \""
                            + lost.path() + "\" among them; start the transfer again.");
        }
        removeUploads();
    }

    /** Where the answer that named an upload was lost, another was begun in its place. */
    private void removeUploads() throws IOException {
        for (Upload upload : objects.bucket().uploads().below(objects.keys().data())) {
            objects.bucket().uploads().abort(upload);
        }
    }

    private void see(StoredObject object) {
        index.find(object.key().substring(objects.keys().data().length()))
                .filter(file -> file.file().size() == object.size())
                .ifPresent(file -> there.set(file.index()));
    }
}
