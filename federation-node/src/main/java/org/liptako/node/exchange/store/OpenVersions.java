package org.liptako.node.exchange.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Versions whose manifests are in memory; a few, because each may weigh tens of megabytes. Thread-safe. */
public final class OpenVersions {
    private static final int MOST = 16;

    private final Map<DatasetVersion, HeldVersion> open = new HashMap<>();
    /** Each as often as it is being changed. */
    private final List<DatasetVersion> changing = new ArrayList<>();

    private long forgotten;

    /** Reads a version from disk; empty if it is not there. */
    @FunctionalInterface
    public interface Loader {
        Optional<HeldVersion> load() throws IOException;
    }

    /** What takes a version away, or makes another of it. */
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    /** The version, read if need be. What was read while another was told to {@link #forget}, or {@link #change}, is not kept. */
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

    /** Changes a version where it lies: whoever asks from the beginning on is given what lies there, and nothing that was read before. */
    public void change(DatasetVersion version, Change change) throws IOException {
        begin(version);
        try {
            change.run();
        } finally {
            end(version);
        }
    }

    private synchronized void begin(DatasetVersion version) {
        changing.add(version);
        forget(version);
    }

    private synchronized void end(DatasetVersion version) {
        changing.remove(version);
        forget(version);
    }

    private synchronized void keep(DatasetVersion version, HeldVersion found, long before) {
        if (forgotten == before && !changing.contains(version)) {
            if (open.size() >= MOST) {
                open.clear();
            }
            open.put(version, found);
        }
    }
}
