package org.liptako.node.exchange.courier.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.sealing.SealingKey;

/**
 * This data centre's keys for courier disks, one file for each grant, readable by the node alone. A key is destroyed when it has served: a disk that is
 * found afterwards is closed to everyone, this centre included. Thread-safe.
 */
public final class CourierKeys {
    private static final String SUFFIX = ".key";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final Jdbi jdbi;
    private final Clock clock;

    /** @param directory theirs alone */
    public CourierKeys(Path directory, Jdbi jdbi, Clock clock) {
        this.directory = directory;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A key that was known here at some time.
     *
     * @param key empty once it was destroyed, or lost
     */
    public record KnownKey(GrantSerial grant, Optional<SealingKey> key, Optional<Instant> destroyedAt) {}

    /** The key for a grant's disks; made, and durable, the first time. */
    public synchronized SealingKey of(GrantSerial grant) {
        try {
            Optional<SealingKey> kept = read(grant);
            SealingKey key = kept.isPresent() ? kept.get() : make(grant);
            note(grant, KeyId.of(key.publicKey()));
            return key;
        } catch (IOException e) {
            throw trouble(grant, e);
        }
    }

    /** What is known of the key that a disk names. */
    public synchronized Optional<KnownKey> find(KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT serial, destroyed_at FROM courier_key WHERE key_id = :id")
                        .bind("id", id.hex())
                        .map((row, context) -> new KnownKey(
                                new GrantSerial(row.getString("serial")),
                                Optional.empty(),
                                Optional.ofNullable(row.getObject("destroyed_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                        .findOne())
                .map(known -> new KnownKey(known.grant(), readOf(known.grant(), id), known.destroyedAt()));
    }

    /** The grants that have a key here. */
    public synchronized List<GrantSerial> grants() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .flatMap(name -> serial(name.substring(0, name.length() - SUFFIX.length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The courier keys in " + directory + " cannot be listed.", e);
        }
    }

    /** Destroys the key of a grant, if there is one: written over, removed, and noted as gone. */
    public synchronized void destroy(GrantSerial grant) {
        Path file = file(grant);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate((int) channel.size()), 0);
                    channel.force(true);
                }
                Files.delete(file);
                Durable.force(directory);
            }
        } catch (IOException e) {
            throw trouble(grant, e);
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE courier_key SET destroyed_at = :now WHERE serial = :serial AND destroyed_at IS NULL")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("serial", grant.value())
                .execute());
    }

    private SealingKey make(GrantSerial grant) throws IOException {
        SealingKey key = SealingKey.generate();
        Durable.directory(directory);
        Durable.write(file(grant), HexFormat.of().formatHex(key.seed()).getBytes(US_ASCII));
        return key;
    }

    private void note(GrantSerial grant, KeyId id) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO courier_key (key_id, serial, made_at)"
                        + " VALUES (:id, :serial, :now) ON CONFLICT DO NOTHING")
                .bind("id", id.hex())
                .bind("serial", grant.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private Optional<SealingKey> readOf(GrantSerial grant, KeyId id) {
        try {
            return read(grant).filter(key -> KeyId.of(key.publicKey()).equals(id));
        } catch (IOException e) {
            throw trouble(grant, e);
        }
    }

    private Optional<SealingKey> read(GrantSerial grant) throws IOException {
        Path file = file(grant);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La clé " + file.getFileName()
                            + " est lisible par d'autres que le nœud ; mettez ses droits à 0600.",
                    "The key " + file.getFileName() + " can be read by others than the node; set its mode to 0600.");
        }
        try {
            return Optional.of(SealingKey.of(HexFormat.of().parseHex(Files.readString(file, US_ASCII))));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file holds no key.", e);
        }
    }

    /** A file with another name is none of ours, and left alone. */
    private static Optional<GrantSerial> serial(String name) {
        try {
            return Optional.of(new GrantSerial(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path file(GrantSerial grant) {
        return directory.resolve(grant.value() + SUFFIX);
    }

    private UncheckedIOException trouble(GrantSerial grant, IOException cause) {
        return new UncheckedIOException("The courier key " + file(grant) + " cannot be read or written.", cause);
    }
}
