package org.liptako.node.exchange.stream;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.wire.Failure;

/**
 * What has come of a manifest, kept in a file message by message, so that after a broken call or a kill only the rest is asked for.
 *
 * <p>The file is read through the same checks as what comes from the source, and never synced: what a power cut tears or loses of it is
 * asked for again, and what it mangles ends at the latest at the signed root. Not thread-safe.
 */
public final class KeptManifestMessages implements Closeable {
    private final FileChannel file;
    private final HeaderCheck check;
    private ManifestAssembly assembly;
    private @Nullable GetManifestResponse header;

    private KeptManifestMessages(FileChannel file, HeaderCheck check) {
        this.file = file;
        this.check = check;
        this.assembly = new ManifestAssembly(check);
    }

    /**
     * Goes on from what a file holds; from nothing where there is none, or what it holds is not the beginning of a manifest.
     *
     * @param check asked when a header is there; nothing is taken that a header it refuses announces
     */
    public static KeptManifestMessages open(Path file, HeaderCheck check) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        KeptManifestMessages kept = new KeptManifestMessages(channel, check);
        try {
            kept.readBack();
        } catch (Failure mangled) {
            kept.startOver();
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
        return kept;
    }

    /** How much is held. */
    public ManifestPlace held() {
        return assembly.place();
    }

    /** Whether anything is held. */
    public boolean isBegun() {
        return header != null;
    }

    /**
     * Takes the next message of the source's: its header, which comes at each call, or what follows what is held.
     *
     * @return how many bytes came that were not held
     * @throws Failure MANIFEST_REFUSED at the first thing that is out of place
     * @throws IOException if this machine's disk does not take it
     */
    public int take(GetManifestResponse message) throws IOException {
        if (message.hasHeader() && message.equals(header)) {
            return 0;
        }
        ManifestMessages.take(message, assembly);
        OutputStream out = Channels.newOutputStream(file);
        message.writeDelimitedTo(out);
        remember(message);
        return message.getSerializedSize();
    }

    /** The manifest, consistent in itself, once all of it has come. */
    public SignedManifest finish() throws IOException {
        return assembly.manifest();
    }

    /** Forgets what is held. */
    public void startOver() throws IOException {
        file.truncate(0);
        assembly.close();
        assembly = new ManifestAssembly(check);
        header = null;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            assembly.close();
        }
    }

    private void readBack() throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(file));
        long end = 0;
        try {
            for (GetManifestResponse message = GetManifestResponse.parseDelimitedFrom(in);
                    message != null;
                    message = GetManifestResponse.parseDelimitedFrom(in)) {
                ManifestMessages.take(message, assembly);
                remember(message);
                int size = message.getSerializedSize();
                end += CodedOutputStream.computeUInt32SizeNoTag(size) + (long) size;
            }
        } catch (InvalidProtocolBufferException torn) {
            // A kill came in the middle of this message, which is therefore asked for again.
            file.truncate(end);
        }
        file.position(end);
    }

    private void remember(GetManifestResponse message) {
        if (message.hasHeader()) {
            header = message;
        }
    }
}
