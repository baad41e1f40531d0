package org.liptako.node.exchange.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Versions whose manifests are in memory; a few, because each may weigh tens of megabytes. Thread-safe. */
public final class OpenVersions {
    private static final int MOST = 16;

    private final Map<DatasetVersion, HeldVersion> open = new HashMap<>();
    private long forgotten;

    /** Reads a version from disk; empty if it is not there. */
    @FunctionalInterface
    public interface Loader {
        Optional<HeldVersion> load() throws IOException;
    }

    /** The version, read if need be. What was read while another was told to {@link #forget} is not kept. */
    public Optional<HeldVersion> get(DatasetVersion version, Loader loader) throws IOException {
        long before;
        synchronized (this) {
            HeldVersion held = open.get(version);
            if (held != null) {
                return Optional.of(held);
            }
            before = forgotten;
        }
        Optional<HeldVersion> loaded = loader.load();
        loaded.ifPresent(found -> keep(version, found, before));
        return loaded;
    }

    /** To be called after the version has gone or changed on the disk: what was read before is then given to nobody any more. */
    public synchronized void forget(DatasetVersion version) {
        forgotten++;
        open.remove(version);
    }

    private synchronized void keep(DatasetVersion version, HeldVersion found, long before) {
        if (forgotten == before) {
            if (open.size() >= MOST) {
                open.clear();
            }
            open.put(version, found);
        }
    }
}
