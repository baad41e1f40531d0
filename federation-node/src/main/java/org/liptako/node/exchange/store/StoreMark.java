package org.liptako.node.exchange.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The identity of a store in a directory, in a file at its root: an empty mount point has none. */
record StoreMark(Path directory) {
    /** What lies in the directory for it; the second while it is being written. */
    static final Set<String> NAMES = Set.of(StoreIdentity.FILE, StoreIdentity.FILE + ".new");

    Optional<StoreIdentity> read() throws IOException {
        Path file = directory.resolve(StoreIdentity.FILE);
        if (!Presence.isFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(StoreIdentity.read(in.readNBytes(StoreIdentity.MOST_BYTES), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(StoreIdentity identity) throws IOException {
        Durable.write(directory.resolve(StoreIdentity.FILE), identity.written());
    }

    /** Says whether the disk below the store gives anything at all: its identity is read past the system's memory. */
    DiskWitness ofTheDisk(Path first) {
        return () -> {
            try {
                DiskRead.beginning(directory.resolve(StoreIdentity.FILE));
                return true;
            } catch (NoSuchFileException e) {
                return Files.isDirectory(first, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                return false;
            }
        };
    }

    /**
     * Says whether the store lies there still, as it does now.
     *
     * @param first a directory that the store has made before anything else; it counts where there is no identity
     */
    DiskWitness asNow(Path first) throws IOException {
        Optional<StoreIdentity> now = read();
        return () -> {
            try {
                return now.isPresent() ? read().equals(now) : Presence.isDirectory(first);
            } catch (IOException e) {
                return false;
            }
        };
    }
}
