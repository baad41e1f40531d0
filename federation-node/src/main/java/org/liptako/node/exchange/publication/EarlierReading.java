package org.liptako.node.exchange.publication;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * What an earlier reading of the same directory found, so that files that nobody has written to since need not be read again.
 *
 * @param encrypted the manifest over the ciphertext, if one was made
 * @param reading its stamps are those of the manifest's files, in its order
 */
record EarlierReading(Manifest plain, Optional<Manifest> encrypted, ReadingFile reading) {
    /** A write in the same tick of the disk's clock as the stamp does not show in it; disks have ticks of up to two seconds (FAT). */
    private static final long TICK = Duration.ofSeconds(2).toNanos();

    /**
     * Whether it can spare a reading in clear, or one that encrypts: it has then encrypted too, and under the same key. A manifest over the
     * ciphertext of two keys could be proved by nobody.
     */
    boolean serves(Optional<ChunkCipher> cipher) {
        return cipher.isEmpty()
                || (encrypted.isPresent() && cipher.get().keyCheck().equals(reading.keyCheck()));
    }

    /** Looks for files in the order of their paths; each look goes on where the one before ended. Not thread-safe. */
    Search search() {
        return new Search();
    }

    /** Goes through the files of the earlier reading once. */
    final class Search {
        private final Iterator<ManifestFile> files = plain.list().files().iterator();
        private @Nullable ManifestFile next = files.hasNext() ? files.next() : null;
        private int at;

        /** The number that the first chunk of this file had, if the file is as it was; it comes after all that were looked for before. */
        OptionalInt firstChunk(ManifestFile file, FileStamp stamp) {
            while (next != null && next.path().compareTo(file.path()) < 0) {
                next = files.hasNext() ? files.next() : null;
                at++;
            }
            boolean same = next != null
                    && next.path().equals(file.path())
                    && reading.stamps().get(at).equals(stamp)
                    && stamp.isSettled(TICK, reading.takenAt());
            return same ? OptionalInt.of(plain.layout().firstChunk(at)) : OptionalInt.empty();
        }
    }

    /** The digests of the ciphertext of chunks, by their number in clear. */
    byte[] encrypted(int first, int count) {
        Manifest made = encrypted.orElseThrow();
        int ofCatalogue = made.header().chunks() - plain.header().chunks();
        return made.digests().bytes(ofCatalogue + first, count);
    }
}
