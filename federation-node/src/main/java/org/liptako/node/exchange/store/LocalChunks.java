package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.BitSet;
import java.util.Optional;
import org.liptako.node.exchange.manifest.ChunkDigests;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a replica with the chunks that lie at this site already: those that came before a kill and were not yet claimed, and those of other
 * versions of the dataset, sealed or broken off. Each is held against its digest as it is copied, so that it does not matter how good the
 * place is that it comes from.
 */
public final class LocalChunks {
    private static final Logger LOG = LoggerFactory.getLogger(LocalChunks.class);
    private static final int MOST_VERSIONS = 8;
    private static final int CHUNKS_A_TICK = 64;

    /** From where it is received to quarantine, to where it is sealed, and back to be mended. */
    private static final int MOST_PLACES = 3;

    private final ReplicaStore store;
    private final StagedReplica staged;
    private final Runnable tick;
    private int looked;
    private int taken;

    /** @param tick called again and again; what it throws ends the search, and what was taken stays */
    public LocalChunks(ReplicaStore store, StagedReplica staged, Runnable tick) {
        this.store = store;
        this.staged = staged;
        this.tick = tick;
    }

    /** Takes what is here; it is durable when the call returns. */
    public void take() throws IOException {
        takeArrived();
        if (!staged.missing().isEmpty()) {
            takeFromOthers();
        }
        staged.sync();
        if (taken > 0) {
            LOG.info("{} chunks of {} were here already.", taken, version());
        }
    }

    private void takeArrived() throws IOException {
        BitSet arrived = staged.arrived();
        for (int chunk = arrived.nextSetBit(0); chunk >= 0; chunk = arrived.nextSetBit(chunk + 1)) {
            int number = chunk;
            Optional<ByteBuffer> bytes = read(() -> staged.inPlace(number));
            if (bytes.isPresent() && staged.adopt(chunk, bytes.get())) {
                taken++;
            }
        }
    }

    private void takeFromOthers() throws IOException {
        MissingChunks missing = new MissingChunks(staged.manifest().digests(), staged.missing());
        for (DatasetVersion other : store.others(version(), MOST_VERSIONS)) {
            Optional<HeldVersion> held = missing.isEmpty() ? Optional.empty() : open(other);
            if (held.isPresent()) {
                takeFrom(new Other(other, held.get()), missing);
            }
        }
    }

    private void takeFrom(Other other, MissingChunks missing) throws IOException {
        ChunkDigests digests = other.held.manifest().digests();
        for (int chunk = 0; chunk < digests.size() && !missing.isEmpty(); chunk++) {
            int[] wanted = missing.with(digests.digest(chunk));
            if (wanted.length > 0) {
                int number = chunk;
                Optional<ByteBuffer> bytes = read(() -> other.chunk(number));
                for (int place : wanted) {
                    if (bytes.isPresent() && staged.adopt(place, bytes.get())) {
                        missing.found(place);
                        taken++;
                    }
                }
            }
        }
    }

    /** Another version, which may go to another place while it is read: sealed, or taken back to be mended. */
    private final class Other {
        private final DatasetVersion version;
        private HeldVersion held;
        private int soughtAgain;

        Other(DatasetVersion version, HeldVersion held) {
            this.version = version;
            this.held = held;
        }

        ByteBuffer chunk(int number) throws IOException {
            try {
                return held.chunk(number);
            } catch (NoSuchFileException e) {
                if (soughtAgain == MOST_PLACES) {
                    throw e;
                }
                soughtAgain++;
                held = open(version).orElse(held);
                return held.chunk(number);
            }
        }
    }

    /** A version that cannot be read, or is being erased, is as good as none. */
    private Optional<HeldVersion> open(DatasetVersion version) {
        try {
            return store.present(version);
        } catch (IOException e) {
            LOG.warn("What is here of {} cannot be read; its chunks are fetched.", version, e);
            return Optional.empty();
        }
    }

    private Optional<ByteBuffer> read(Source source) {
        if (++looked % CHUNKS_A_TICK == 0) {
            tick.run();
        }
        try {
            return Optional.of(source.read());
        } catch (IOException e) {
            // Broken off before this chunk came, or damaged: it is fetched.
            return Optional.empty();
        }
    }

    private DatasetVersion version() {
        return staged.manifest().header().version();
    }

    /** Where the bytes of a chunk may be. */
    @FunctionalInterface
    private interface Source {
        ByteBuffer read() throws IOException;
    }
}
