package org.liptako.node.exchange.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.store.ReceivedBytes;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.impact.TransferRate;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The transfers in the database. Thread-safe. */
public final class TransferStore {
    private static final int LATELY = 100;

    private final Jdbi jdbi;
    private final Clock clock;

    public TransferStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a transfer that waits; one with the same grant stays as it is. */
    void add(TransferPlan plan, TransferPriority priority, long expectedBytes, boolean verifyDisk) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO exchange_transfer (serial, dataset, version_root, encrypted,"
                                + " source, site, expires, state, reason_fr, reason_en, created_at, priority, expected_bytes, verify_disk) VALUES (:serial, :dataset, :root,"
                                + " :encrypted, :source, :site, :expires, :state, :fr, :en, :now, :priority, :expected, :verify) ON CONFLICT DO NOTHING")
                .bind("serial", plan.grant().value())
                .bind("dataset", plan.version().dataset().value())
                .bind("root", plan.version().root().value())
                .bind("encrypted", plan.encrypted())
                .bind("source", plan.source().name())
                .bind("site", plan.site().value())
                .bind("expires", plan.expires().atOffset(ZoneOffset.UTC))
                .bind("state", TransferState.WAITING.name())
                .bind("fr", TransferReasons.NOT_BEGUN.fr())
                .bind("en", TransferReasons.NOT_BEGUN.en())
                .bind("priority", priority.name())
                .bind("expected", expectedBytes)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("verify", verifyDisk)
                .execute());
    }

    public Optional<Transfer> find(GrantSerial serial) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM exchange_transfer WHERE serial = :serial")
                .bind("serial", serial.value())
                .map((row, context) -> transfer(row))
                .findOne());
    }

    /** Newest first. */
    public List<Transfer> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM exchange_transfer ORDER BY created_at DESC, serial LIMIT :most")
                .bind("most", most)
                .map((row, context) -> transfer(row))
                .list());
    }

    /** Those that the node goes on with by itself: not ended, or sealed and not yet confirmed to the source. */
    List<Transfer> unfinished() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM exchange_transfer WHERE state IN ('WAITING', 'RUNNING')"
                                + " OR (state = 'SEALED' AND NOT confirmed) ORDER BY created_at")
                        .map((row, context) -> transfer(row))
                        .list());
    }

    /** Those that are neither whole nor given up. */
    List<Transfer> open() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM exchange_transfer"
                        + " WHERE state IN ('WAITING', 'RUNNING', 'STOPPED') ORDER BY created_at")
                .map((row, context) -> transfer(row))
                .list());
    }

    /** Those of these versions at a site that are neither whole nor given up, or whose source was not told yet that they are whole. */
    public Set<DatasetVersion> underWay(SiteId site, Collection<DatasetVersion> versions) {
        List<String> roots =
                versions.stream().map(version -> version.root().value()).toList();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT dataset, version_root FROM exchange_transfer"
                        + " WHERE site = :site AND version_root = ANY (:roots)"
                        + " AND (state IN ('WAITING', 'RUNNING', 'STOPPED') OR (state = 'SEALED' AND NOT confirmed))")
                .bind("site", site.value())
                .bindArray("roots", String.class, roots)
                .map((row, context) -> new DatasetVersion(
                        new DatasetId(row.getString("dataset")), new VersionRoot(row.getString("version_root"))))
                .collectIntoSet());
    }

    /** Those that were stopped, for a person to look at, and whose grants have ended. */
    List<Transfer> lapsed() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM exchange_transfer WHERE state = 'STOPPED' AND expires <= :now")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, context) -> transfer(row))
                .list());
    }

    /** Writes down how far a transfer has come. */
    public void progress(GrantSerial serial, TransferProgress progress) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE exchange_transfer SET chunks = :chunks, durable = :durable, bytes = :bytes,"
                                + " received = :received, received_twice = :twice, wrong = :wrong, shares = CAST(:shares AS jsonb) WHERE serial = :serial")
                .bind("serial", serial.value())
                .bind("chunks", progress.chunks())
                .bind("durable", progress.durable())
                .bind("bytes", progress.bytes())
                .bind("received", progress.received().bytes())
                .bind("twice", progress.received().twice())
                .bind("wrong", progress.wrong())
                .bind("shares", ShareJson.write(progress.shares()))
                .execute());
    }

    /** Counts an attempt, and gives its number from 1. */
    int begin(Handle handle, GrantSerial serial) {
        state(handle, serial, TransferState.RUNNING, TransferWait.NOTHING, TransferReasons.MOVING);
        return handle.createQuery(
                        "UPDATE exchange_transfer SET attempts = attempts + 1 WHERE serial = :serial RETURNING attempts")
                .bind("serial", serial.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Whether a transfer is neither sealed nor given up; nobody else changes that before this transaction ends. */
    boolean isOpen(Handle handle, GrantSerial serial) {
        return handle.createQuery("SELECT state NOT IN ('SEALED', 'DISCARDED') FROM exchange_transfer"
                        + " WHERE serial = :serial FOR UPDATE")
                .bind("serial", serial.value())
                .mapTo(Boolean.class)
                .one();
    }

    void state(Handle handle, GrantSerial serial, TransferState state, TransferWait waitsFor, Sentence reason) {
        handle.createUpdate(
                        "UPDATE exchange_transfer SET state = :state, waits_for = :waits, reason_fr = :fr, reason_en = :en,"
                                + " sealed_at = CASE WHEN :state = 'SEALED' THEN COALESCE(sealed_at, :now) END"
                                + " WHERE serial = :serial")
                .bind("serial", serial.value())
                .bind("state", state.name())
                .bind("waits", waitsFor.name())
                .bind("fr", reason.fr())
                .bind("en", reason.en())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void state(GrantSerial serial, TransferState state, TransferWait waitsFor, Sentence reason) {
        jdbi.useHandle(handle -> state(handle, serial, state, waitsFor, reason));
    }

    /** Has all of a copy read again from the disk before it is sealed; false if it is sealed, or given up. */
    boolean verifyDisk(GrantSerial serial) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE exchange_transfer SET verify_disk = true"
                                + " WHERE serial = :serial AND state NOT IN ('SEALED', 'DISCARDED')")
                        .bind("serial", serial.value())
                        .execute())
                > 0;
    }

    /** Gives a transfer another priority; false if there is none with that grant. */
    boolean priority(GrantSerial serial, TransferPriority priority) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE exchange_transfer SET priority = :priority WHERE serial = :serial")
                        .bind("serial", serial.value())
                        .bind("priority", priority.name())
                        .execute())
                > 0;
    }

    /** The rate of the last transfers that were sealed, from the order to the seal; empty before the first. */
    public Optional<TransferRate> rate() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) AS transfers, sum(bytes) / GREATEST(sum(extract(epoch FROM sealed_at - created_at)), 0.001) AS rate"
                                + " FROM (SELECT bytes, sealed_at, created_at FROM exchange_transfer"
                                + " WHERE sealed_at IS NOT NULL ORDER BY sealed_at DESC LIMIT :most) AS lately")
                .bind("most", LATELY)
                .map((row, context) -> row.getDouble("rate") < 1
                        ? Optional.<TransferRate>empty()
                        : Optional.of(new TransferRate((long) row.getDouble("rate"), row.getInt("transfers"))))
                .one());
    }

    void confirmed(GrantSerial serial) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE exchange_transfer SET confirmed = true WHERE serial = :serial")
                        .bind("serial", serial.value())
                        .execute());
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        TransferPlan plan = new TransferPlan(
                new GrantSerial(row.getString("serial")),
                new DatasetVersion(
                        new DatasetId(row.getString("dataset")), new VersionRoot(row.getString("version_root"))),
                row.getBoolean("encrypted"),
                State.valueOf(row.getString("source")),
                new SiteId(row.getString("site")),
                row.getObject("expires", OffsetDateTime.class).toInstant());
        TransferProgress progress = new TransferProgress(
                row.getInt("chunks"),
                row.getInt("durable"),
                row.getLong("bytes"),
                new ReceivedBytes(row.getLong("received"), row.getLong("received_twice")),
                row.getInt("wrong"),
                ShareJson.read(row.getString("shares")));
        return new Transfer(
                plan,
                new TransferOrder(
                        TransferPriority.valueOf(row.getString("priority")),
                        row.getLong("expected_bytes"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("verify_disk")),
                TransferState.valueOf(row.getString("state")),
                TransferWait.valueOf(row.getString("waits_for")),
                new Sentence(row.getString("reason_fr"), row.getString("reason_en")),
                progress,
                row.getInt("attempts"),
                row.getBoolean("confirmed"));
    }
}
