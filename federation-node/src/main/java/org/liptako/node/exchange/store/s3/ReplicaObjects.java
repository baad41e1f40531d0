package org.liptako.node.exchange.store.s3;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.StoredObject;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.bucket.UploadedPart;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/** The objects of one version in the bucket: files sent in parts or whole, single chunks, and stretches read back. Thread-safe. */
final class ReplicaObjects {
    private final BucketClient bucket;
    private final ReplicaKeys keys;
    private final Manifest manifest;
    private final PartLayout parts;
    /** By the file's first chunk. */
    private final Map<Integer, Upload> uploads = new HashMap<>();

    ReplicaObjects(BucketClient bucket, Manifest manifest) {
        this.bucket = bucket;
        this.keys = new ReplicaKeys(manifest.header().version());
        this.manifest = manifest;
        this.parts = new PartLayout(manifest);
    }

    BucketClient bucket() {
        return bucket;
    }

    ReplicaKeys keys() {
        return keys;
    }

    Manifest manifest() {
        return manifest;
    }

    PartLayout parts() {
        return parts;
    }

    /** Goes on with an upload that an earlier attempt has begun. */
    synchronized void goOn(int fileFirst, Upload upload) {
        uploads.put(fileFirst, upload);
    }

    /** The files that are being sent in parts, by their first chunk. */
    synchronized Set<Integer> begun() {
        return Set.copyOf(uploads.keySet());
    }

    /** Sends a part, or a whole file where it is not larger; it is there when this returns. */
    void put(Part part, Content content) throws IOException {
        if (part.isWholeFile()) {
            bucket.put(keys.data(part.file().path()), content);
        } else {
            bucket.uploads().putPart(upload(part), part.number(), content);
        }
    }

    private synchronized Upload upload(Part part) throws IOException {
        Upload known = uploads.get(part.fileFirst());
        if (known == null) {
            known = bucket.uploads().begin(keys.data(part.file().path()));
            uploads.put(part.fileFirst(), known);
        }
        return known;
    }

    /** The upload of a file, for whoever completes it; only the first who asks has it. */
    synchronized Optional<Upload> take(int fileFirst) {
        return Optional.ofNullable(uploads.remove(fileFirst));
    }

    /** Makes one object of a file all of whose parts are there. */
    void complete(ManifestFile file, Upload upload) throws IOException {
        List<UploadedPart> there = bucket.uploads().parts(upload);
        if (there.size() != parts.parts(file)
                || there.stream().mapToLong(UploadedPart::size).sum() != file.size()) {
            throw lost(file);
        }
        try {
            bucket.uploads().complete(upload, there);
        } catch (BucketException e) {
            // The answer may have been lost and the question asked again: then the object is there.
            if (!isThere(file)) {
                throw e;
            }
        }
        if (!isThere(file)) {
            throw lost(file);
        }
    }

    /** Whether the object of a file is there at its size. */
    private boolean isThere(ManifestFile file) throws IOException {
        return bucket.head(keys.data(file.path()))
                .map(StoredObject::size)
                .filter(size -> size == file.size())
                .isPresent();
    }

    private static BucketException lost(ManifestFile file) {
        return new BucketException(
                "Le stockage d'objets n'a plus tout ce qu'il avait reçu de « " + file.path()
                        + " » ; relancez le transfert, qui renverra ce qui manque.",
                "The object store no longer has all that it was sent of \"" + file.path()
                        + "\"; start the transfer again, which sends what is missing.");
    }

    /** Keeps a chunk as an object of its own until its part is whole. */
    void putChunk(int chunk, Content content) throws IOException {
        bucket.put(keys.chunk(chunk), content);
    }

    void removeChunks(BitSet chunks) throws IOException {
        for (int chunk = chunks.nextSetBit(0); chunk >= 0; chunk = chunks.nextSetBit(chunk + 1)) {
            bucket.remove(keys.chunk(chunk));
        }
    }

    /** A chunk that has an object of its own, as it should be. */
    ByteBuffer ownChunk(int chunk) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(manifest.layout().place(chunk).length());
        boolean there = bucket.read(keys.chunk(chunk), 0, bytes, "");
        if (!there || !manifest.digests().proves(chunk, bytes.flip())) {
            bucket.remove(keys.chunk(chunk));
            throw lost(manifest.layout().place(chunk).file());
        }
        return bytes;
    }

    /** What lies in a chunk's place, from its file or from an object of its own; what it is good for the caller tells by its digest. */
    ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
        ChunkPlace place = manifest.layout().place(chunk);
        ByteBuffer bytes = memory.clear().limit(place.length());
        if (!bucket.read(keys.data(place.file().path()), place.offset(), bytes, "")
                && !bucket.read(keys.chunk(chunk), 0, bytes.rewind(), "")) {
            throw new EOFException("The object store has no object yet with chunk " + chunk + ".");
        }
        return bytes.flip();
    }
}
