package org.liptako.node.exchange.publication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** The number that the first chunk of this file had, if the file is as it was. */
    OptionalInt firstChunk(ManifestFile file, FileStamp stamp) {
        int at = find(file);
        boolean same = at >= 0 && reading.stamps().get(at).equals(stamp) && stamp.isSettled(TICK, reading.takenAt());
        return same ? OptionalInt.of(plain.layout().firstChunk(at)) : OptionalInt.empty();
    }

    /** The digests of the ciphertext of chunks, by their number in clear. */
    byte[] encrypted(int first, int count) {
        Manifest made = encrypted.orElseThrow();
        int ofCatalogue = made.header().chunks() - plain.header().chunks();
        return made.digests().bytes(ofCatalogue + first, count);
    }

    private int find(ManifestFile file) {
        List<ManifestFile> files = plain.list().files();
        int from = 0;
        int to = files.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = files.get(middle).path().compareTo(file.path());
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
