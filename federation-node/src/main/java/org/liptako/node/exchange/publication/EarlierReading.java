package org.liptako.node.exchange.publication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.liptako.node.exchange.manifest.FileStamp;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/**
 * What an earlier reading of the same directory found, so that files that nobody has written to since need not be read again.
 *
 * @param encrypted the manifest over the ciphertext, if one was made
 * @param stamps of the manifest's files, in its order
 * @param takenAt when the reading began, nanoseconds since 1970
 */
record EarlierReading(Manifest plain, Optional<Manifest> encrypted, List<FileStamp> stamps, long takenAt) {
    /** A write in the same tick of the disk's clock as the stamp does not show in it; disks have ticks of up to two seconds (FAT). */
    private static final long TICK = Duration.ofSeconds(2).toNanos();

    EarlierReading {
        stamps = List.copyOf(stamps);
    }

    /** The number that the first chunk of this file had, if the file is as it was. */
    OptionalInt firstChunk(ManifestFile file, FileStamp stamp) {
        int at = find(file);
        boolean same = at >= 0 && stamps.get(at).equals(stamp) && stamp.isSettled(TICK, takenAt);
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
