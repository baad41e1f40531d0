package org.liptako.node.exchange.courier.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.courier.disk.SealedFormat.Kind;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.stream.HeaderCheck;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingPublicKey;
import org.liptako.pki.signature.SignedStatement;

/**
 * The file {@link DiskNames#LABEL}: the disk's label as signed, the grant as the home State signed it, and the manifest; each after its length. Every disk of
 * a copy has all three, for it may be the first to come.
 */
public final class LabelFile {
    private static final int LONGEST_STATEMENT = 4 << 20;

    /** Ample for the label with its chain; the grant, which cites rules, may be longer. */
    private static final long STATEMENTS = 1 << 20;

    private LabelFile() {}

    /** What the file may take at most, for plans: the statements are not written yet. */
    static long mostBytes(SignedManifest manifest) {
        return SealedFormat.fileBytes(SealedFormat.frames(STATEMENTS + ManifestStreamMessages.bytes(manifest)));
    }

    /**
     * Writes the file; it is on the disk when this returns.
     *
     * @param grant null where this node was told of the grant without its statement
     * @return its digest, and its length
     */
    public static WrittenFile write(
            Path file,
            SealingPublicKey receiver,
            SignedStatement label,
            @Nullable SignedStatement grant,
            SignedManifest manifest)
            throws IOException {
        try (SealedWriter sealed = SealedWriter.create(file, receiver, Kind.LABEL);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new Sink(sealed)))) {
            write(out, JournalJson.write(label).getBytes(UTF_8));
            write(out, grant == null ? new byte[0] : JournalJson.write(grant).getBytes(UTF_8));
            out.writeLong(ManifestStreamMessages.bytes(manifest));
            ManifestStreamMessages.write(manifest, out);
            out.flush();
            Digest digest = sealed.finish();
            return new WrittenFile(sealed.head(), digest, sealed.bytes());
        }
    }

    /** Reads what is signed, in order; what it says is for the caller to check before more is read. Not thread-safe. */
    public static final class Reading {
        private final DataInputStream in;

        Reading(SealedReader sealed) {
            this.in = new DataInputStream(sealed.stream());
        }

        /** First: the label. */
        public SignedStatement label() throws IOException {
            return statement(read(in));
        }

        /** Second: the grant. */
        public Optional<SignedStatement> grant() throws IOException {
            byte[] json = read(in);
            return json.length == 0 ? Optional.empty() : Optional.of(statement(json));
        }

        /** Last: the manifest, consistent in itself; its header is one that the check lets pass. */
        public SignedManifest manifest(HeaderCheck check) throws IOException {
            long bytes = in.readLong();
            if (bytes < 0) {
                throw new DamagedException("The manifest has a negative length.");
            }
            return ManifestStreamMessages.read(in, bytes, check);
        }
    }

    /**
     * The label in a statement, whoever signed it.
     *
     * @throws DamagedException if the payload is none
     */
    public static DiskLabel label(SignedStatement statement) throws DamagedException {
        try {
            return DiskLabel.parse(statement.payload());
        } catch (IllegalArgumentException e) {
            throw new DamagedException("What was signed is no label.", e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_STATEMENT) {
            throw new DamagedException("A statement on the disk has an impossible length.");
        }
        return in.readNBytes(length);
    }

    private static SignedStatement statement(byte[] json) throws DamagedException {
        try {
            return JournalJson.read(new String(json, UTF_8), SignedStatement.class);
        } catch (IllegalArgumentException e) {
            throw new DamagedException("A statement on the disk cannot be read.", e);
        }
    }

    /** Closing it leaves the file open: that is its own matter. */
    private static final class Sink extends OutputStream {
        private final SealedWriter sealed;

        Sink(SealedWriter sealed) {
            this.sealed = sealed;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sealed.write(ByteBuffer.wrap(bytes, from, length));
        }
    }
}
