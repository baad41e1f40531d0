package org.liptako.node.exchange.store.s3;

import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.manifest.ManifestPath;
import org.liptako.node.wire.Failure;

/** Finds a version's files by their paths, which the manifest has in order. Thread-safe. */
record FileIndex(Manifest manifest) {
    /** A file, its position in the list, and its chunks, from the first to the one after the last; an empty file has none. */
    record Place(int index, ManifestFile file, int first, int end) {
        boolean isEmpty() {
            return first == end;
        }
    }

    /** The file of that name; empty where the version has none, whatever the name is. */
    Optional<Place> find(String name) {
        try {
            return find(new ManifestPath(name));
        } catch (Failure e) {
            // No version could have a file of such a name.
            return Optional.empty();
        }
    }

    private Optional<Place> find(ManifestPath path) {
        List<ManifestFile> files = manifest.list().files();
        int low = 0;
        int end = files.size();
        while (low < end) {
            int middle = (low + end) >>> 1;
            int order = path.compareTo(files.get(middle).path());
            if (order == 0) {
                return Optional.of(place(middle, files.get(middle)));
            } else if (order < 0) {
                end = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    private Place place(int index, ManifestFile file) {
        int first = manifest.layout().firstChunk(index);
        return new Place(
                index, file, first, first + (int) file.chunks(manifest.header().chunkBytes()));
    }
}
