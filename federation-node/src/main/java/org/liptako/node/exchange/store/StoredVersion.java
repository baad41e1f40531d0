package org.liptako.node.exchange.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.SignedManifest;

/** A version whose files lie below a directory. Thread-safe. */
public final class StoredVersion implements HeldVersion {
    private final SignedManifest signed;
    private final Path data;
    private final ChunkReader reader;
    private final DiskWitness witness;
    private final ProvedChunks proved = new ProvedChunks();

    /**
     * A version whose files are there.
     *
     * @param data the directory
     */
    public StoredVersion(SignedManifest signed, Path data, DiskWitness witness) {
        this.signed = signed;
        this.data = data;
        this.witness = witness;
        this.reader = new ChunkReader(data, signed.manifest().layout());
    }

    @Override
    public SignedManifest signed() {
        return signed;
    }

    @Override
    public ByteBuffer chunk(int chunk, ByteBuffer memory) throws IOException {
        return reader.read(chunk, memory);
    }

    @Override
    public Optional<ByteBuffer> provedOnDisk(int chunk, ByteBuffer memory) throws IOException {
        return Optional.of(DiskRead.of(reader, chunk, memory))
                .filter(bytes -> manifest().digests().proves(chunk, bytes));
    }

    @Override
    public boolean isLoss(IOException fault) {
        return ReadFaults.isLoss(fault) && witness.answers();
    }

    /** Hashes a chunk of a large file once, as long as the file is not touched. */
    @Override
    public Optional<ByteBuffer> proved(int chunk, ByteBuffer memory) throws IOException {
        ChunkPlace place = manifest().layout().place(chunk);
        if (!ProvedChunks.remembers(place.file().size())) {
            return provedAnew(chunk, memory);
        }
        Path file = place.file().path().below(data);
        FileState before = FileState.of(file);
        boolean settled = before.isSettled();
        ByteBuffer bytes = chunk(chunk, memory);
        // What was read is what was proved only if the file stood still while it was read.
        boolean still = FileState.of(file).equals(before);
        if (still && proved.has(chunk, place.file().path(), before)) {
            return Optional.of(bytes);
        }
        if (!manifest().digests().proves(chunk, bytes)) {
            return Optional.empty();
        }
        if (still && settled) {
            proved.add(chunk, place.file().path(), before);
        }
        return Optional.of(bytes);
    }
}
