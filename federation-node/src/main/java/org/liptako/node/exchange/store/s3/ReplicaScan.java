package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.exchange.bucket.StoredObject;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.bucket.UploadedPart;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * Asks the bucket what it has of a version: so nothing is claimed that the object store does not say it keeps, and whoever opens the
 * version next, on whatever machine, finds the same.
 *
 * <p>What no attempt can go on with is removed: second uploads of a file, chunks whose part is there.
 */
final class ReplicaScan {
    private final ReplicaObjects objects;
    private final Manifest manifest;
    private final FileIndex files;
    private final BitSet durable = new BitSet();
    private final BitSet apart = new BitSet();

    private ReplicaScan(ReplicaObjects objects) {
        this.objects = objects;
        this.manifest = objects.manifest();
        this.files = new FileIndex(manifest);
    }

    /** Asks, and goes on with the uploads that are found. */
    static ReplicaScan of(ReplicaObjects objects) throws IOException {
        ReplicaScan scan = new ReplicaScan(objects);
        scan.look();
        return scan;
    }

    private void look() throws IOException {
        objects.bucket().list(objects.keys().data(), this::claimFile);
        for (Map.Entry<Integer, Upload> upload : uploads().entrySet()) {
            claimParts(upload.getKey(), upload.getValue());
        }
        BitSet leftOver = new BitSet();
        objects.bucket().list(objects.keys().chunks(), object -> claimChunk(object, leftOver));
        objects.removeChunks(leftOver);
    }

    /** The chunks that the bucket has. */
    BitSet durable() {
        return durable;
    }

    /** Those of them that are objects of their own. */
    BitSet apart() {
        return apart;
    }

    private void claimFile(StoredObject object) {
        files.find(object.key().substring(objects.keys().data().length()))
                .filter(file -> file.file().size() == object.size())
                .ifPresent(file -> durable.set(file.first(), file.end()));
    }

    /** By the file's first chunk, one for each file that is not there yet. */
    private Map<Integer, Upload> uploads() throws IOException {
        Map<Integer, Upload> kept = new HashMap<>();
        Map<Integer, Integer> sent = new HashMap<>();
        for (Upload upload : objects.bucket().uploads().below(objects.keys().data())) {
            Optional<FileIndex.Place> file =
                    files.find(upload.key().substring(objects.keys().data().length()));
            if (file.isPresent() && isOfUse(file.get())) {
                keepBetter(file.get().first(), upload, kept, sent);
            } else {
                objects.bucket().uploads().abort(upload);
            }
        }
        return kept;
    }

    private boolean isOfUse(FileIndex.Place file) {
        return !file.isEmpty() && !durable.get(file.first()) && objects.parts().parts(file.file()) > 1;
    }

    private void keepBetter(int first, Upload upload, Map<Integer, Upload> kept, Map<Integer, Integer> sent)
            throws IOException {
        int count = objects.bucket().uploads().parts(upload).size();
        Upload other = kept.get(first);
        if (other != null && sent.getOrDefault(first, 0) >= count) {
            objects.bucket().uploads().abort(upload);
            return;
        }
        if (other != null) {
            objects.bucket().uploads().abort(other);
        }
        kept.put(first, upload);
        sent.put(first, count);
    }

    private void claimParts(int fileFirst, Upload upload) throws IOException {
        ManifestFile file = manifest.layout().place(fileFirst).file();
        List<UploadedPart> there = objects.bucket().uploads().parts(upload);
        for (UploadedPart seen : there) {
            if (seen.number() <= objects.parts().parts(file)) {
                Part part = objects.parts().part(file, fileFirst, seen.number() - 1);
                durable.set(part.first(), part.end(), seen.size() == part.length());
            }
        }
        objects.goOn(fileFirst, upload);
    }

    private void claimChunk(StoredObject object, BitSet leftOver) {
        String name = object.key().substring(objects.keys().chunks().length());
        if (!name.matches("\\d{1,8}")
                || Integer.parseInt(name) >= manifest.header().chunks()) {
            return;
        }
        int chunk = Integer.parseInt(name);
        if (durable.get(chunk)
                || object.size() != manifest.layout().place(chunk).length()) {
            leftOver.set(chunk);
        } else {
            durable.set(chunk);
            apart.set(chunk);
        }
    }
}
