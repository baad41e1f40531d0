package org.liptako.node.exchange.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.liptako.node.exchange.manifest.ManifestPath;

/**
 * Which chunks of large files were held against the manifest since their file last changed: they need not be hashed again for the next
 * receiver. Kept in memory alone. Thread-safe.
 */
final class ProvedChunks {
    /** Small files are not worth what it takes to remember them. */
    private static final long LEAST_BYTES = 16L << 20;

    private final Map<ManifestPath, Proved> files = new HashMap<>();

    private record Proved(FileState state, BitSet chunks) {}

    static boolean remembers(long fileBytes) {
        return fileBytes >= LEAST_BYTES;
    }

    /** Whether the chunk was proved while the file stood as it does now. */
    synchronized boolean has(int chunk, ManifestPath path, FileState now) {
        Proved proved = files.get(path);
        return proved != null && proved.state().equals(now) && proved.chunks().get(chunk);
    }

    /** The chunk is proved; the file stood so before it was read and after. */
    synchronized void add(int chunk, ManifestPath path, FileState state) {
        Proved proved = files.get(path);
        if (proved == null || !proved.state().equals(state)) {
            proved = new Proved(state, new BitSet());
            files.put(path, proved);
        }
        proved.chunks().set(chunk);
    }
}
