package org.liptako.node.exchange.courier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.courier.disk.WrittenFile;
import org.liptako.node.exchange.courier.key.ReceiverKey;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingPublicKey;
import org.liptako.pki.signature.SignedStatement;

/** How far each copy that goes by disk has come, in the database. Thread-safe. */
public final class ExportStore {
    private final Jdbi jdbi;

    ExportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A copy on disks.
     *
     * @param receiver to whose key its disks are encrypted
     * @param capacities as they were asked for
     * @param disks which chunks go onto which
     */
    record Plan(ReceiverKey receiver, List<Long> capacities, List<ChunkRange> disks) {
        Plan {
            capacities = List.copyOf(capacities);
            disks = List.copyOf(disks);
        }

        SealingPublicKey key() {
            return receiver.key();
        }
    }

    Optional<Plan> plan(GrantSerial grant) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT public_key, key_word, capacities FROM courier_export WHERE serial = :serial")
                .bind("serial", grant.value())
                .map((row, context) -> new Plan(
                        receiver(row),
                        List.of((Long[]) row.getArray("capacities").getArray()),
                        disks(handle, grant)))
                .findOne());
    }

    /** The copies that have a plan. */
    List<GrantSerial> grants() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT serial FROM courier_export ORDER BY serial")
                .mapTo(String.class)
                .map(GrantSerial::new)
                .list());
    }

    /** Puts a plan in the place of the one before, whose files are then nobody's. */
    void settle(GrantSerial grant, Plan plan) {
        jdbi.useTransaction(handle -> {
            for (String table : List.of("courier_export", "courier_export_disk", "courier_export_file")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE serial = :serial")
                        .bind("serial", grant.value())
                        .execute();
            }
            handle.createUpdate("INSERT INTO courier_export (serial, public_key, key_word, capacities)"
                            + " VALUES (:serial, :key, :word, :capacities)")
                    .bind("serial", grant.value())
                    .bind("key", plan.key().bytes())
                    .bind("word", word(plan.receiver()))
                    .bindArray("capacities", Long.class, plan.capacities())
                    .execute();
            for (int i = 0; i < plan.disks().size(); i++) {
                handle.createUpdate("INSERT INTO courier_export_disk (serial, disk, first_chunk, chunks)"
                                + " VALUES (:serial, :disk, :first, :chunks)")
                        .bind("serial", grant.value())
                        .bind("disk", i + 1)
                        .bind("first", plan.disks().get(i).first())
                        .bind("chunks", plan.disks().get(i).count())
                        .execute();
            }
        });
    }

    /** Takes another key, or a newer word on the same, for the disks that are still to be written. */
    void changeKey(GrantSerial grant, ReceiverKey receiver) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE courier_export SET public_key = :key, key_word = :word WHERE serial = :serial")
                .bind("key", receiver.key().bytes())
                .bind("word", word(receiver))
                .bind("serial", grant.value())
                .execute());
    }

    /** The files of a disk, by name, as they were written last. */
    Map<String, WrittenFile> files(GrantSerial grant, int disk) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name, head, digest, bytes FROM courier_export_file WHERE serial = :serial AND disk = :disk")
                .bind("serial", grant.value())
                .bind("disk", disk)
                .map((row, context) -> Map.entry(
                        row.getString("name"),
                        new WrittenFile(
                                Digest.ofHex(row.getString("head")),
                                Digest.ofHex(row.getString("digest")),
                                row.getLong("bytes"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
    }

    /** Notes a file before it gets its name. */
    void note(GrantSerial grant, int disk, String name, WrittenFile file) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO courier_export_file (serial, disk, name, head, digest, bytes)"
                                + " VALUES (:serial, :disk, :name, :head, :digest, :bytes) ON CONFLICT (serial, disk, name)"
                                + " DO UPDATE SET head = :head, digest = :digest, bytes = :bytes")
                .bind("serial", grant.value())
                .bind("disk", disk)
                .bind("name", name)
                .bind("head", file.head().hex())
                .bind("digest", file.digest().hex())
                .bind("bytes", file.bytes())
                .execute());
    }

    /** Forgets the files of a disk that is written anew. */
    void forget(GrantSerial grant, int disk) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM courier_export_file WHERE serial = :serial AND disk = :disk")
                        .bind("serial", grant.value())
                        .bind("disk", disk)
                        .execute());
    }

    private static ReceiverKey receiver(ResultSet row) throws SQLException {
        return new ReceiverKey(
                SealingPublicKey.of(row.getBytes("public_key")),
                Optional.ofNullable(row.getString("key_word"))
                        .map(word -> JournalJson.read(word, SignedStatement.class)));
    }

    private static @Nullable String word(ReceiverKey receiver) {
        return receiver.word().map(JournalJson::write).orElse(null);
    }

    private static List<ChunkRange> disks(Handle handle, GrantSerial grant) {
        return new ArrayList<>(handle.createQuery(
                        "SELECT first_chunk, chunks FROM courier_export_disk WHERE serial = :serial ORDER BY disk")
                .bind("serial", grant.value())
                .map((row, context) -> new ChunkRange(row.getInt("first_chunk"), row.getInt("chunks")))
                .list());
    }
}
