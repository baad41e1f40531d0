package org.liptako.node.exchange.unsealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.liptako.node.exchange.cipher.ChunkCipher;
import org.liptako.node.exchange.manifest.ChunkLayout;
import org.liptako.node.exchange.manifest.FileList;
import org.liptako.node.exchange.manifest.ManifestFile;
import org.liptako.node.exchange.publication.EncryptedForm;
import org.liptako.node.exchange.store.ChunkLook;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.TreeFinish;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Writes the files of an encrypted version in clear. Every chunk is held against the manifest, then decrypted, which shows that it is what the dataset's key
 * encrypted; a chunk of zeros becomes a hole. What stands when it returns is on the disk.
 */
final class RestoredTree {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final HeldVersion held;
    private final ChunkCipher cipher;
    private final Damage damage;
    private final FileList list;
    private final ByteBuffer memory = ByteBuffer.allocate(ChunkLayout.chunkBytes(true));

    /** Who is told of a chunk that is lost. */
    @FunctionalInterface
    interface Damage {
        /** What ends the restoration. */
        Failure found() throws IOException;
    }

    /** Reads what the files are called. */
    RestoredTree(HeldVersion held, ChunkCipher cipher, Damage damage) throws IOException {
        this.held = held;
        this.cipher = cipher;
        this.damage = damage;
        this.list = EncryptedForm.open(catalogue(), cipher);
        checkMeasure();
    }

    FileList list() {
        return list;
    }

    void writeTo(Path directory) throws IOException {
        Durable.directory(directory);
        int file = 1;
        for (ManifestFile named : list.files()) {
            write(named, file++, named.path().below(directory));
        }
        TreeFinish.apply(directory, list);
        Durable.force(directory);
    }

    private void write(ManifestFile named, int encrypted, Path path) throws IOException {
        Path parent = Objects.requireNonNull(path.getParent(), "a file lies in a directory");
        Durable.directory(parent);
        ChunkLayout layout = held.manifest().layout();
        int first = layout.firstChunk(encrypted);
        try (FileChannel out = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            long chunks = named.chunks(ChunkLayout.PLAIN_BYTES);
            for (int chunk = 0; chunk < chunks; chunk++) {
                ByteBuffer plain = plain(first + chunk);
                boolean last = chunk == chunks - 1;
                if (last || !isZero(plain)) {
                    put(out, plain, (long) chunk * ChunkLayout.PLAIN_BYTES);
                }
            }
            out.force(true);
        }
        Durable.force(parent);
    }

    private byte[] catalogue() throws IOException {
        ManifestFile file = held.manifest().list().files().getFirst();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        long chunks = file.chunks(ChunkLayout.chunkBytes(true));
        for (int chunk = 0; chunk < chunks; chunk++) {
            ByteBuffer bytes = proved(chunk);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            whole.writeBytes(copy);
        }
        return whole.toByteArray();
    }

    /** The home State made both lists; one that does not fit the other is no copy of its own. */
    private void checkMeasure() {
        var encrypted = held.manifest().list().files();
        boolean fits = encrypted.size() == list.files().size() + 1;
        for (int i = 0; fits && i < list.files().size(); i++) {
            ManifestFile file = list.files().get(i);
            long overhead = file.chunks(ChunkLayout.PLAIN_BYTES) * ChunkLayout.CIPHER_OVERHEAD;
            fits = encrypted.get(i + 1).size() == file.size() + overhead;
        }
        if (!fits) {
            throw corrupt();
        }
    }

    private ByteBuffer plain(int chunk) throws IOException {
        return cipher.decrypt(proved(chunk));
    }

    private ByteBuffer proved(int chunk) throws IOException {
        return switch (ChunkLook.at(held, chunk, memory)) {
            case ChunkLook.Sound sound -> sound.bytes();
            case ChunkLook.Lost lost -> throw damage.found();
        };
    }

    private static boolean isZero(ByteBuffer bytes) {
        return bytes.mismatch(ByteBuffer.allocate(bytes.remaining())) < 0;
    }

    private static void put(FileChannel out, ByteBuffer bytes, long offset) throws IOException {
        for (long position = offset; bytes.hasRemaining(); ) {
            position += out.write(bytes, position);
        }
    }

    /** What nobody can mend here. */
    static Failure corrupt() {
        return Failure.of(
                ErrorCode.BYTES_CORRUPT,
                "Cette copie n'est pas celle que nomme son manifeste ; elle ne peut pas être restituée. Faites-en venir une"
                        + " autre.",
                "This copy is not the one that its manifest names; it cannot be restored. Have another one come.");
    }
}
