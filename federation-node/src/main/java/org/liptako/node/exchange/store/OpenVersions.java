package org.liptako.node.exchange.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Versions whose manifests are in memory; a few, because each may weigh tens of megabytes. Thread-safe. */
public final class OpenVersions {
    private static final int MOST = 16;

    private final ConcurrentMap<DatasetVersion, HeldVersion> open = new ConcurrentHashMap<>();

    /** Reads a version from disk; empty if it is not there. */
    @FunctionalInterface
    public interface Loader {
        Optional<HeldVersion> load() throws IOException;
    }

    public Optional<HeldVersion> get(DatasetVersion version, Loader loader) throws IOException {
        HeldVersion held = open.get(version);
        if (held != null) {
            return Optional.of(held);
        }
        Optional<HeldVersion> loaded = loader.load();
        if (open.size() >= MOST) {
            open.clear();
        }
        loaded.ifPresent(found -> open.put(version, found));
        return loaded;
    }

    public void forget(DatasetVersion version) {
        open.remove(version);
    }
}
