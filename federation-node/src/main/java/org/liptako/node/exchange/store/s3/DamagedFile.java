package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.BucketUploads;
import org.liptako.node.exchange.bucket.Content;
import org.liptako.node.exchange.bucket.Upload;
import org.liptako.node.exchange.bucket.UploadedPart;

/**
 * Takes the object of a file apart again where some of its chunks are damaged: its sound parts become parts of a new upload, and the sound
 * chunks of the others objects of their own, each proved on its way. So no more is fetched than what was damaged.
 */
final class DamagedFile {
    private final ReplicaObjects objects;
    private final Part any;

    /** @param chunk one of the file's */
    DamagedFile(ReplicaObjects objects, int chunk) {
        this.objects = objects;
        this.any = objects.parts().part(chunk);
    }

    /** The chunk after the file's last one. */
    int end() {
        return any.fileEnd();
    }

    /**
     * May be repeated, and goes on then with what was sent: the object goes last.
     *
     * @param tick called before each part, or chunk; what it throws ends it
     */
    void takeApart(BitSet damaged, Runnable tick) throws IOException {
        BucketClient bucket = objects.bucket();
        String key = objects.keys().data(any.file().path());
        if (bucket.head(key).isEmpty()) {
            return;
        }
        BitSet sent = sent(bucket.uploads(), key);
        int parts = objects.parts().parts(any.file());
        for (int index = 0; index < parts; index++) {
            tick.run();
            Part part = objects.parts().part(any.file(), any.fileFirst(), index);
            if (sent.get(part.number())) {
                continue;
            }
            if (!part.isWholeFile() && damaged.get(part.first(), part.end()).isEmpty()) {
                objects.put(part, new Content(() -> new PartStream(part, this::sound), part.length()));
            } else {
                keepSound(part, damaged, tick);
            }
        }
        bucket.remove(key);
    }

    /** The parts that an attempt which was broken off has sent. Of several uploads that with most of them is gone on with. */
    private BitSet sent(BucketUploads uploads, String key) throws IOException {
        BitSet most = new BitSet();
        @Nullable Upload best = null;
        for (Upload upload : uploads.below(key)) {
            if (upload.key().equals(key)) {
                BitSet there = there(uploads.parts(upload));
                boolean better = best == null || there.cardinality() > most.cardinality();
                Upload worse = better ? best : upload;
                if (worse != null) {
                    uploads.abort(worse);
                }
                best = better ? upload : best;
                most = better ? there : most;
            }
        }
        if (best != null) {
            objects.goOn(any.fileFirst(), best);
        }
        return most;
    }

    /** By number: those of the right size. */
    private BitSet there(List<UploadedPart> seen) {
        BitSet there = new BitSet();
        int parts = objects.parts().parts(any.file());
        seen.stream()
                .filter(part -> part.number() <= parts)
                .filter(part -> part.size()
                        == objects.parts()
                                .part(any.file(), any.fileFirst(), part.number() - 1)
                                .length())
                .forEach(part -> there.set(part.number()));
        return there;
    }

    private void keepSound(Part part, BitSet damaged, Runnable tick) throws IOException {
        for (int chunk = part.first(); chunk < part.end(); chunk++) {
            if (!damaged.get(chunk)) {
                tick.run();
                objects.putChunk(chunk, Content.of(sound(chunk)));
            }
        }
    }

    private ByteBuffer sound(int chunk) throws IOException {
        int length = objects.manifest().layout().place(chunk).length();
        ByteBuffer bytes = objects.chunk(chunk, ByteBuffer.allocate(length));
        if (!objects.manifest().digests().proves(chunk, bytes)) {
            throw new IOException(
                    "Chunk " + chunk + " of " + any.file().path() + " was damaged since the copy was read.");
        }
        return bytes;
    }
}
