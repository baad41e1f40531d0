package org.liptako.node.exchange.courier.disk;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Which chunks go onto which disk, and into which container of it: each a run of consecutive ones, so that a plan is a few numbers. */
public final class DiskPlan {
    /** The most disks of one copy. */
    public static final int MOST_DISKS = 999;

    /** What a container has at most: any file system takes a file of 1 GiB, FAT one of 4 GiB less a byte. */
    public static final long CONTAINER_BYTES = 1L << 30;

    /** What a file may take of a disk beyond its length: its last cluster, and its entry in the directory. */
    private static final long FILE_SLACK = 128 << 10;

    private final SignedManifest manifest;
    private final ChunkLayout layout;
    private final long containerBytes;

    /** @param containerBytes what a container has at most, {@link #CONTAINER_BYTES} but in tests; one chunk always goes into one */
    public DiskPlan(SignedManifest manifest, long containerBytes) {
        this.manifest = manifest;
        this.layout = manifest.manifest().layout();
        this.containerBytes = containerBytes;
    }

    /**
     * The disks of the version.
     *
     * @param capacities bytes of each disk; the last one holds for all that follow
     * @throws Failure INVALID_REQUEST if a disk is too small, or there would be too many
     */
    public List<ChunkRange> disks(List<Long> capacities) {
        List<ChunkRange> disks = new ArrayList<>();
        for (int next = 0; next < layout.chunks(); ) {
            if (disks.size() == MOST_DISKS) {
                throw tooMany();
            }
            long capacity = capacities.get(Math.min(disks.size(), capacities.size() - 1));
            ChunkRange disk = disk(next, capacity);
            disks.add(disk);
            next = disk.end();
        }
        if (disks.isEmpty()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La version n'a que des fichiers vides : la ligne suffit.",
                    "The version has empty files only: the line will do.");
        }
        return disks;
    }

    /** The containers that hold a run of chunks. */
    public List<ChunkRange> containers(ChunkRange disk) {
        List<ChunkRange> containers = new ArrayList<>();
        for (int next = disk.first(); next < disk.end(); ) {
            ChunkRange container = container(next, disk.end(), containerBytes);
            containers.add(container);
            next = container.end();
        }
        return containers;
    }

    /** The most bytes of the label's file. */
    public long labelBytes() {
        return LabelFile.mostBytes(manifest);
    }

    /** Bytes of a container's file. */
    public long containerBytes(ChunkRange chunks) {
        long plain = 0;
        for (int chunk = chunks.first(); chunk < chunks.end(); chunk++) {
            plain += layout.place(chunk).length();
        }
        return containerBytes(plain);
    }

    private ChunkRange disk(int first, long capacity) {
        long left = capacity - LabelFile.mostBytes(manifest) - FILE_SLACK;
        int next = first;
        while (next < layout.chunks()) {
            long most = Math.min(containerBytes, left - FILE_SLACK);
            if (most < containerBytes(layout.place(next).length())) {
                break;
            }
            ChunkRange container = container(next, layout.chunks(), most);
            left -= containerBytes(container) + FILE_SLACK;
            next = container.end();
        }
        if (next == first) {
            throw tooSmall(capacity, first);
        }
        return new ChunkRange(first, next - first);
    }

    /** As many chunks as fit, and one at least. */
    private ChunkRange container(int first, int end, long mostBytes) {
        long plain = layout.place(first).length();
        int next = first + 1;
        while (next < end && containerBytes(plain + layout.place(next).length()) <= mostBytes) {
            plain += layout.place(next).length();
            next++;
        }
        return new ChunkRange(first, next - first);
    }

    private static long containerBytes(long plain) {
        return SealedFormat.fileBytes(1 + SealedFormat.frames(plain));
    }

    private Failure tooSmall(long capacity, int chunk) {
        long least = LabelFile.mostBytes(manifest)
                + containerBytes(layout.place(chunk).length())
                + 2 * FILE_SLACK;
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Un disque de " + capacity + " octets est trop petit : il en faut " + least
                        + " pour l'étiquette et un bloc.",
                "A disk of " + capacity + " bytes is too small: label and one chunk take " + least + ".");
    }

    private static Failure tooMany() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Il faudrait plus de " + MOST_DISKS + " disques ; prenez-en de plus grands.",
                "It would take more than " + MOST_DISKS + " disks; use bigger ones.");
    }
}
