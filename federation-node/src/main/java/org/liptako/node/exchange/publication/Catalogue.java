package org.liptako.node.exchange.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.DraftBytes;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.FileListJson;

/** The chunks of the encrypted list of a version's names; a long one is not in Java's memory. Immutable. */
final class Catalogue extends AbstractList<ByteBuffer> implements RandomAccess {
    private static final int CHUNK_BYTES = ChunkLayout.chunkBytes(true);

    private final MemorySegment chunks;

    private Catalogue(MemorySegment chunks) {
        this.chunks = chunks;
    }

    static Catalogue of(FileList plain, ChunkCipher cipher) throws IOException {
        try (DraftBytes chunks = new DraftBytes();
                Encrypting text = new Encrypting(chunks, cipher)) {
            FileListJson.write(plain, text);
            text.encrypt();
            return new Catalogue(chunks.finish());
        }
    }

    long bytes() {
        return chunks.byteSize();
    }

    /** The bytes of a chunk, read-only. */
    @Override
    public ByteBuffer get(int index) {
        Objects.checkIndex(index, size());
        long from = (long) index * CHUNK_BYTES;
        return chunks.asSlice(from, Math.min(CHUNK_BYTES, chunks.byteSize() - from))
                .asByteBuffer();
    }

    @Override
    public int size() {
        return (int) ((chunks.byteSize() + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    /** Encrypts what is written to it chunk by chunk. */
    private static final class Encrypting extends OutputStream {
        private final OutputStream encrypted;
        private final ChunkCipher cipher;
        private final ByteBuffer chunk = ByteBuffer.allocate(ChunkLayout.PLAIN_BYTES);

        Encrypting(OutputStream encrypted, ChunkCipher cipher) {
            this.encrypted = encrypted;
            this.cipher = cipher;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            while (from < offset + length) {
                int some = Math.min(offset + length - from, chunk.remaining());
                chunk.put(bytes, from, some);
                from += some;
                if (!chunk.hasRemaining()) {
                    encrypt();
                }
            }
        }

        /** The chunk that is not full, if there is one. */
        void encrypt() throws IOException {
            if (chunk.position() > 0) {
                ByteBuffer ciphertext = cipher.encrypt(chunk.flip());
                byte[] bytes = new byte[ciphertext.remaining()];
                ciphertext.get(bytes);
                encrypted.write(bytes);
                chunk.clear();
            }
        }
    }
}
