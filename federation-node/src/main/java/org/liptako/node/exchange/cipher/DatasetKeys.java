package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * The keys of this State's datasets, one file each, readable by the node alone. They never leave the home State: whoever loses one
 * loses what the encrypted copies hold. Thread-safe.
 */
public final class DatasetKeys {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Configuration AES_SIV = DeterministicAeadConfig2026.get();

    private final Path directory;
    private final Set<DatasetId> ended = ConcurrentHashMap.newKeySet();

    public DatasetKeys(Path directory) {
        this.directory = directory;
    }

    /**
     * The cipher of a dataset; its key is made, and durable, the first time.
     *
     * @throws Failure KEY_DESTROYED once it was destroyed: what its copies hold is then nobody's, and the dataset gets no other key
     */
    public synchronized ChunkCipher cipher(DatasetId dataset) {
        Path file = file(dataset);
        try {
            mustNotBeDestroyed(dataset);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                make(file);
            }
            return new ChunkCipher(read(file), dataset, () -> ended.contains(dataset));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The cipher of a dataset whose key was made before; empty if none was. */
    public synchronized Optional<ChunkCipher> existing(DatasetId dataset) {
        mustNotBeDestroyed(dataset);
        return Files.exists(file(dataset), LinkOption.NOFOLLOW_LINKS) ? Optional.of(cipher(dataset)) : Optional.empty();
    }

    /**
     * Writes over the key and removes it, for good: the mark that stays keeps the dataset from another key, and a key file that somebody brings back from being
     * used. May be repeated.
     */
    public synchronized void destroy(DatasetId dataset) {
        Path file = file(dataset);
        try {
            ended.add(dataset);
            if (!Files.exists(mark(dataset), LinkOption.NOFOLLOW_LINKS)) {
                Durable.directory(directory);
                Durable.write(mark(dataset), new byte[0]);
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                overwrite(file);
                Files.delete(file);
                Durable.force(directory);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel key = FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(key.size()));
            for (long position = 0; zeros.hasRemaining(); ) {
                position += key.write(zeros, position);
            }
            key.force(true);
        }
    }

    private void mustNotBeDestroyed(DatasetId dataset) {
        if (Files.exists(mark(dataset), LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.of(
                    ErrorCode.KEY_DESTROYED,
                    "La clé de " + dataset
                            + " a été détruite : ses copies chiffrées ne se lisent plus, et il n'en aura pas"
                            + " d'autre. Publiez ses versions en clair (--clear-only).",
                    "The key of " + dataset
                            + " was destroyed: its encrypted copies can be read no more, and it gets no other"
                            + " one. Publish its versions in clear (--clear-only).");
        }
    }

    private Path file(DatasetId dataset) {
        return directory.resolve(dataset + ".aes-siv.json");
    }

    private Path mark(DatasetId dataset) {
        return directory.resolve(dataset + ".destroyed");
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("The key file " + file + " cannot be read or written.", cause);
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(directory, "new-", ".json", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(keyset().getBytes(UTF_8)));
            out.force(true);
        }
        try {
            // A link, not a move: a key that exists is never written over.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process of this State was first; its key counts.
        } finally {
            Files.delete(draft);
        }
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static String keyset() {
        try {
            AesSivParameters parameters = AesSivParameters.builder()
                    .setKeySizeBytes(64)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX)
                    .build();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters, AES_SIV), AES_SIV, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV keys have 64 bytes", e);
        }
    }

    @AccessesPartialKey // The bytes go into the same cipher, which takes many blocks a call.
    private static BulkAesSiv read(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La clé " + file.getFileName()
                            + " est lisible par d'autres que le nœud ; mettez ses droits à 0600.",
                    "The key " + file.getFileName() + " can be read by others than the node; set its mode to 0600.");
        }
        try {
            Key key = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), AES_SIV, InsecureSecretKeyAccess.get())
                    .getPrimary()
                    .getKey();
            if (key instanceof AesSivKey siv && siv.getOutputPrefix().size() == 0) {
                return new BulkAesSiv(siv.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
            }
            throw new IOException("The key file " + file + " holds no AES-SIV key without a prefix.");
        } catch (GeneralSecurityException e) {
            throw new IOException("The key file " + file + " holds no AES-SIV key.", e);
        }
    }
}
