package org.liptako.node.exchange.damage;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;

/**
 * The sealed copies of this site that were found damaged, and not yet proved again: nothing is given from them. A copy is among them before
 * anything is done to it, so that no kill lets a half-mended one pass for sound. Thread-safe.
 */
public final class DamagedCopies {
    private static final Sentence ABOUT_TO_BE =
            new Sentence("La réparation va commencer.", "The repair is about to begin.");

    private final SiteRecord own;

    public DamagedCopies(SiteRecord own) {
        this.own = own;
    }

    public boolean contains(DatasetVersion version) {
        return own.jdbi().withHandle(handle -> contains(handle, version));
    }

    private static boolean contains(Handle handle, DatasetVersion version) {
        return handle.createQuery("SELECT 1 FROM exchange_damage WHERE dataset = :dataset AND version_root = :root")
                .bind("dataset", version.dataset().value())
                .bind("root", version.root().value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Those found first come first. */
    public List<DamagedCopy> all() {
        return own.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM exchange_damage ORDER BY found_at, version_root")
                        .map((row, context) -> new DamagedCopy(
                                new DatasetVersion(
                                        new DatasetId(row.getString("dataset")),
                                        new VersionRoot(row.getString("version_root"))),
                                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                                new Sentence(row.getString("why_fr"), row.getString("why_en"))))
                        .list());
    }

    /** Those of a dataset. */
    public List<DatasetVersion> of(DatasetId dataset) {
        return all().stream()
                .map(DamagedCopy::version)
                .filter(version -> version.dataset().equals(dataset))
                .toList();
    }

    /** Withdraws a copy from being given; journaled the first time. */
    public void withdraw(DatasetVersion version, int damaged) {
        own.jdbi().useTransaction(handle -> {
            inTurn(handle);
            int added = handle.createUpdate("INSERT INTO exchange_damage"
                            + " (dataset, version_root, found_at, why_fr, why_en)"
                            + " VALUES (:dataset, :root, :now, :fr, :en) ON CONFLICT DO NOTHING")
                    .bind("dataset", version.dataset().value())
                    .bind("root", version.root().value())
                    .bind("now", own.clock().instant().atOffset(ZoneOffset.UTC))
                    .bind("fr", ABOUT_TO_BE.fr())
                    .bind("en", ABOUT_TO_BE.en())
                    .execute();
            if (added == 1) {
                own.journal()
                        .append(
                                handle,
                                new ReplicaDamaged(
                                        own.journal().now(), version.dataset(), own.site(), version.root(), damaged));
            }
        });
    }

    /** Chunks of a withdrawn copy that are to be fetched anew, beside those that were before; one that is said again counts once. */
    public void lost(DatasetVersion version, BitSet chunks) {
        own.jdbi().useTransaction(handle -> {
            Optional<byte[]> before = handle.createQuery("SELECT lost_chunks FROM exchange_damage"
                            + " WHERE dataset = :dataset AND version_root = :root FOR UPDATE")
                    .bind("dataset", version.dataset().value())
                    .bind("root", version.root().value())
                    .mapTo(byte[].class)
                    .findOne();
            BitSet all = before.map(BitSet::valueOf).orElseGet(BitSet::new);
            all.or(chunks);
            handle.createUpdate("UPDATE exchange_damage SET lost_chunks = :lost"
                            + " WHERE dataset = :dataset AND version_root = :root")
                    .bind("dataset", version.dataset().value())
                    .bind("root", version.root().value())
                    .bind("lost", all.toByteArray())
                    .execute();
        });
    }

    /**
     * Every chunk was read and is right: the copy may be given from.
     *
     * @return the index of the entry that says so
     */
    public long proved(ManifestHeader header) {
        return own.jdbi().inTransaction(handle -> {
            inTurn(handle);
            return journal(handle, header, delete(handle, header.version()));
        });
    }

    /**
     * As {@link #proved}, unless the copy was withdrawn while it was read.
     *
     * @return whether it was journaled
     */
    public boolean provedUnlessWithdrawn(ManifestHeader header) {
        return own.jdbi().inTransaction(handle -> {
            inTurn(handle);
            boolean withdrawn = contains(handle, header.version());
            if (!withdrawn) {
                journal(handle, header, 0);
            }
            return !withdrawn;
        });
    }

    /** Whoever withdraws a copy and whoever proves it do so one after the other: the row and the journal say the same. */
    private static void inTurn(Handle handle) {
        handle.execute("LOCK TABLE exchange_damage IN SHARE ROW EXCLUSIVE MODE");
    }

    private long journal(Handle handle, ManifestHeader header, int repaired) {
        return own.journal()
                .append(
                        handle,
                        new ReplicaProved(
                                own.journal().now(),
                                header.dataset(),
                                own.site(),
                                header.root(),
                                header.chunks(),
                                repaired));
    }

    /** Why a copy is not in order yet. */
    public void explain(DatasetVersion version, Sentence why) {
        own.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE exchange_damage SET why_fr = :fr, why_en = :en"
                                + " WHERE dataset = :dataset AND version_root = :root")
                        .bind("dataset", version.dataset().value())
                        .bind("root", version.root().value())
                        .bind("fr", why.fr())
                        .bind("en", why.en())
                        .execute());
    }

    /** The copy is here no longer. */
    public void forget(DatasetVersion version) {
        own.jdbi().useHandle(handle -> delete(handle, version));
    }

    /** As {@link #forget(DatasetVersion)}, in a transaction that journals what has become of it. */
    public void forget(Handle handle, DatasetVersion version) {
        inTurn(handle);
        delete(handle, version);
    }

    /** Gives how many chunks had been lost. */
    private static int delete(Handle handle, DatasetVersion version) {
        return handle.createQuery(
                        "DELETE FROM exchange_damage WHERE dataset = :dataset AND version_root = :root RETURNING lost_chunks")
                .bind("dataset", version.dataset().value())
                .bind("root", version.root().value())
                .mapTo(byte[].class)
                .findOne()
                .map(lost -> BitSet.valueOf(lost).cardinality())
                .orElse(0);
    }
}
