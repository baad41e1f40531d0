package org.liptako.node.exchange.courier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A disk and what has become of it: how it was given last, and what was said since.
 *
 * @param given empty where only the receiver has told of the disk so far
 * @param taken the last time
 */
record CourierDisk(Optional<DiskEntry> given, Optional<DiskEntry> taken, Optional<DiskEntry> lost) {
    /** How a disk stands. */
    enum Standing {
        WRITTEN,
        TAKEN,
        TAKEN_IN_PART,
        LOST
    }

    /** What the entries on one disk, oldest first, say together. A disk that was written again is another one: what was said of the first is past. */
    static CourierDisk of(List<DiskEntry> entries) {
        Optional<DiskEntry> given = last(entries, DiskEntryKind.EXPORTED);
        List<DiskEntry> since = entries.stream()
                .filter(entry -> given.isEmpty()
                        || entry.seal().isEmpty()
                        || entry.seal().equals(given.get().seal()))
                .toList();
        return new CourierDisk(given, last(since, DiskEntryKind.IMPORTED), last(since, DiskEntryKind.LOST));
    }

    /** Taken counts before lost: what was found again was not lost for the copy. */
    Standing standing() {
        if (taken.isPresent()) {
            return taken.get().failed() == 0 ? Standing.TAKEN : Standing.TAKEN_IN_PART;
        }
        return lost.isPresent() ? Standing.LOST : Standing.WRITTEN;
    }

    /** Any entry on it: all say the same of grant, version and number. */
    DiskEntry any() {
        return given.or(() -> taken).or(() -> lost).orElseThrow();
    }

    /** When it was last heard of. */
    Instant latest() {
        return List.of(given, taken, lost).stream()
                .flatMap(Optional::stream)
                .map(DiskEntry::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<DiskEntry> last(List<DiskEntry> entries, DiskEntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).reduce((earlier, later) -> later);
    }
}
