package org.liptako.node.exchange.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How what is written to a replica comes to the disk.
 *
 * @param folder of the replica
 * @param threads where a sync waits for the disk
 * @param disk all of it at once, where the system can
 */
record Syncer(Path folder, Executor threads, Optional<DiskSync> disk) implements Closeable {
    private static final int FEW = 8;

    DirtyBatch batch() {
        return new DirtyBatch(disk);
    }

    /** Returns the chunks of a batch once the disk has them. */
    BitSet force(DirtyBatch batch) throws IOException, InterruptedException {
        BitSet durable = batch.force();
        Durable.mustTakeChanges(folder);
        return durable;
    }

    /** Returns once the disk has the names in these directories. */
    void force(Collection<Path> directories) throws IOException {
        if (disk.isPresent() && directories.size() > FEW) {
            disk.get().force();
            return;
        }
        for (Path directory : directories) {
            Durable.force(directory);
        }
    }

    @Override
    public void close() throws IOException {
        if (disk.isPresent()) {
            disk.get().close();
        }
    }
}
