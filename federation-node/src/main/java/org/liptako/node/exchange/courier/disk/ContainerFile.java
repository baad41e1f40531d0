package org.liptako.node.exchange.courier.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingPublicKey;

/** A container: its label in the first frame, then its chunks, one after the other. Reads one. Not thread-safe. */
public final class ContainerFile implements Closeable {
    private final SealedReader sealed;
    private final ContainerLabel label;
    private int chunk;
    private long offset = SealedFormat.FRAME;

    /** Gives the chunks that go into a container: what the manifest names, and nothing else. */
    @FunctionalInterface
    public interface Chunks {
        ByteBuffer chunk(int number) throws IOException;
    }

    private ContainerFile(SealedReader sealed, ContainerLabel label) {
        this.sealed = sealed;
        this.label = label;
        this.chunk = label.chunks().first();
    }

    /**
     * Writes a container; it is on the disk when this returns.
     *
     * @param chunks asked for each chunk of the label's in turn; what they throw ends the writing
     */
    public static WrittenFile write(Path file, SealingPublicKey receiver, ContainerLabel label, Chunks chunks)
            throws IOException {
        try (SealedWriter out = SealedWriter.create(file, receiver, Kind.CONTAINER)) {
            byte[] json = JournalJson.write(label).getBytes(UTF_8);
            out.write(ByteBuffer.allocate(Integer.BYTES + json.length)
                    .putInt(json.length)
                    .put(json)
                    .flip());
            out.endFrame();
            for (int number = label.chunks().first(); number < label.chunks().end(); number++) {
                out.write(chunks.chunk(number).duplicate());
            }
            Digest digest = out.finish();
            return new WrittenFile(out.head(), digest, out.bytes());
        }
    }

    static ContainerFile of(SealedReader sealed) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(SealedFormat.FRAME);
        sealed.read(0, frame);
        int length = frame.flip().getInt();
        if (length < 0 || length > frame.remaining()) {
            throw new DamagedException("The container's label has an impossible length.");
        }
        byte[] json = new byte[length];
        frame.get(json);
        try {
            return new ContainerFile(sealed, JournalJson.read(new String(json, UTF_8), ContainerLabel.class));
        } catch (IllegalArgumentException e) {
            throw new DamagedException("The container's label cannot be read.", e);
        }
    }

    public ContainerLabel label() {
        return label;
    }

    /** The number of the chunk at which the reading stands. */
    public int next() {
        return chunk;
    }

    public boolean hasNext() {
        return chunk < label.chunks().end();
    }

    /** Goes on to the chunk after, without reading. */
    public void skip(ChunkLayout layout) {
        offset += layout.place(chunk++).length();
    }

    /**
     * The bytes of the chunk at which the reading stands, which is not yet skipped; whether they are the manifest's is for the caller to say.
     *
     * @throws DamagedException if they are not what was written
     */
    public ByteBuffer read(ChunkLayout layout) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(layout.place(chunk).length());
        sealed.read(offset, bytes);
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
