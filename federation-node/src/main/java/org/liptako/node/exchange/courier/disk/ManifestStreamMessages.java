package org.liptako.node.exchange.courier.disk;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.stream.HeaderCheck;
import org.liptako.node.exchange.stream.ManifestMessages;

/** A manifest on a disk: the messages of the wire, each after its length. */
final class ManifestStreamMessages {
    /** Ample for a thousand files with the longest paths. */
    private static final int LONGEST = 8 << 20;

    private ManifestStreamMessages() {}

    /** How many bytes a manifest takes. */
    static long bytes(SignedManifest manifest) {
        long bytes = 0;
        for (Iterator<GetManifestResponse> parts = ManifestMessages.toMessages(manifest); parts.hasNext(); ) {
            int length = parts.next().getSerializedSize();
            bytes += CodedOutputStream.computeUInt32SizeNoTag(length) + (long) length;
        }
        return bytes;
    }

    static void write(SignedManifest manifest, OutputStream out) throws IOException {
        for (Iterator<GetManifestResponse> parts = ManifestMessages.toMessages(manifest); parts.hasNext(); ) {
            parts.next().writeDelimitedTo(out);
        }
    }

    /**
     * Reads a manifest of so many bytes.
     *
     * @throws DamagedException if there is none
     * @throws org.liptako.node.wire.Failure MANIFEST_REFUSED as over the wire
     */
    static SignedManifest read(InputStream in, long bytes, HeaderCheck check) throws IOException {
        try {
            return ManifestMessages.fromMessages(new Parts(in, bytes), check);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads part by part; nothing of a length that no part has is ever held. Not thread-safe. */
    private static final class Parts implements Iterator<GetManifestResponse> {
        private final InputStream in;
        private long left;

        Parts(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public GetManifestResponse next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The manifest is at its end.");
            }
            try {
                int length = CodedInputStream.readRawVarint32(in.read(), in);
                long whole = CodedOutputStream.computeUInt32SizeNoTag(length) + (long) length;
                if (length < 0 || length > LONGEST || whole > left) {
                    throw new DamagedException("A part of the manifest has an impossible length.");
                }
                left -= whole;
                return GetManifestResponse.parseFrom(in.readNBytes(length));
            } catch (InvalidProtocolBufferException e) {
                throw new UncheckedIOException(new DamagedException("A part of the manifest cannot be read.", e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
