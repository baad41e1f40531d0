package org.liptako.node.exchange.store.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.exchange.bucket.Content;

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

    /** May be repeated: the object goes last. */
    void takeApart(BitSet damaged) throws IOException {
        BucketClient bucket = objects.bucket();
        String key = objects.keys().data(any.file().path());
        if (bucket.head(key).isEmpty()) {
            return;
        }
        int parts = objects.parts().parts(any.file());
        for (int index = 0; index < parts; index++) {
            Part part = objects.parts().part(any.file(), any.fileFirst(), index);
            if (!part.isWholeFile() && damaged.get(part.first(), part.end()).isEmpty()) {
                objects.put(part, new Content(() -> new PartStream(part, this::sound), part.length()));
            } else {
                keepSound(part, damaged);
            }
        }
        bucket.remove(key);
    }

    private void keepSound(Part part, BitSet damaged) throws IOException {
        for (int chunk = part.first(); chunk < part.end(); chunk++) {
            if (!damaged.get(chunk)) {
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
