package org.liptako.node.exchange.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.manifest.ManifestFile;

/** Says whose chunks are damaged, for a person to read. */
final class DamagedFiles {
    private static final int MOST = 100;

    private DamagedFiles() {}

    /** The first files of those that a set of chunks is of. */
    static List<DamagedFile> of(Manifest manifest, BitSet damaged) {
        List<DamagedFile> files = new ArrayList<>();
        int chunkBytes = manifest.header().chunkBytes();
        for (int chunk = damaged.nextSetBit(0); chunk >= 0 && files.size() < MOST; ) {
            ChunkPlace place = manifest.layout().place(chunk);
            ManifestFile file = place.file();
            int inFile = Math.toIntExact(place.offset() / chunkBytes);
            int end = chunk - inFile + Math.toIntExact(file.chunks(chunkBytes));
            files.add(new DamagedFile(file.path(), damaged.get(chunk, end).cardinality(), inFile));
            chunk = damaged.nextSetBit(end);
        }
        return List.copyOf(files);
    }
}
