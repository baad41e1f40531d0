package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the disk below a version answers at all. Where it does not (it was unmounted, or shut down, or the machine that it is on is
 * away), what it says of a chunk says nothing of the chunk.
 */
@FunctionalInterface
public interface DiskWitness {
    boolean answers();

    /** By a directory of an operator's: it must be there, on the device that it was on when it was seen first. */
    static DiskWitness of(Path directory) {
        AtomicReference<@Nullable Object> known = new AtomicReference<>(device(directory));
        return () -> {
            Object seen = device(directory);
            known.compareAndSet(null, seen);
            return seen != null && seen.equals(known.get());
        };
    }

    /** The number of the device that a directory lies on; none where it is not there, or the platform has no numbers. */
    private static @Nullable Object device(Path directory) {
        try {
            return Files.getAttribute(directory, "unix:dev");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * By what lies beside a copy's files: its header is read past the system's memory. A copy that has none is gone if the store is there.
     *
     * @param folder the copy's
     * @param ofTheStore says whether the store is there
     */
    static DiskWitness of(Path folder, DiskWitness ofTheStore) {
        return () -> {
            try {
                DiskRead.beginning(ManifestFolder.header(folder));
                return true;
            } catch (NoSuchFileException e) {
                return ofTheStore.answers();
            } catch (IOException e) {
                return false;
            }
        };
    }
}
