package org.liptako.node.exchange.courier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The disks that the journals tell of, under the grants that were accepted here. Any State may write any serial into its journal: counted is only what the
 * State that gives under the grant, or the one that receives, says of the grant's own version and site. Thread-safe.
 */
public final class CourierDisks {
    private final Jdbi jdbi;
    private final State own;
    private final GrantLedger grants;
    private final TransferStore transfers;

    CourierDisks(SiteRecord own, GrantLedger grants, TransferStore transfers) {
        this.jdbi = own.jdbi();
        this.own = own.journal().state();
        this.grants = grants;
        this.transfers = transfers;
    }

    /** What is said of a copy's disks, by their numbers. */
    Map<Integer, CourierDisk> of(GrantSerial grant) {
        return jdbi.withHandle(handle -> of(handle, grant));
    }

    /** The same, inside a transaction. */
    Map<Integer, CourierDisk> of(Handle handle, GrantSerial serial) {
        Optional<ExchangeGrant> grant = grants.find(serial);
        if (grant.isEmpty()) {
            return Map.of();
        }
        Optional<State> source = source(grant.get());
        return handle
                .createQuery("SELECT * FROM courier_entry WHERE serial = :serial ORDER BY disk, said_at, journal_index")
                .bind("serial", serial.value())
                .map((row, context) -> entry(row))
                .stream()
                .filter(entry -> isUnder(entry, grant.get(), source))
                .collect(Collectors.groupingBy(DiskEntry::disk, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        disk -> CourierDisk.of(disk.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Those that were heard of last, newest first. */
    List<CourierDisk> newest(int most) {
        List<GrantSerial> grants = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT serial FROM courier_entry GROUP BY serial ORDER BY max(said_at) DESC LIMIT :most")
                .bind("most", most)
                .mapTo(String.class)
                .map(GrantSerial::new)
                .list());
        return grants.stream()
                .flatMap(grant -> of(grant).values().stream())
                .sorted(Comparator.comparing(CourierDisk::latest).reversed())
                .limit(most)
                .toList();
    }

    private static boolean isUnder(DiskEntry entry, ExchangeGrant grant, Optional<State> source) {
        boolean meant = grant.version().equals(Optional.of(entry.version()))
                && grant.targetSite().equals(entry.site());
        return meant
                && (entry.kind() == DiskEntryKind.IMPORTED
                        || entry.source().flatMap(SiteId::state).equals(source));
    }

    /** The home State gives; where it receives, the State that gives the copy back: this one, or the one that the transfer names. */
    private Optional<State> source(ExchangeGrant grant) {
        if (!grant.targetSite().state().equals(Optional.of(grant.home()))) {
            return Optional.of(grant.home());
        }
        return own == grant.home()
                ? transfers.find(grant.serial()).map(transfer -> transfer.plan().source())
                : Optional.of(own);
    }

    private static DiskEntry entry(ResultSet row) throws SQLException {
        return new DiskEntry(
                row.getLong("journal_index"),
                DiskEntryKind.valueOf(row.getString("kind")),
                new GrantSerial(row.getString("serial")),
                new DatasetVersion(
                        new DatasetId(row.getString("dataset")), new VersionRoot(row.getString("version_root"))),
                Optional.ofNullable(row.getString("source")).map(SiteId::new),
                new SiteId(row.getString("site")),
                row.getInt("disk"),
                row.getInt("disks"),
                Optional.ofNullable(row.getString("seal")).map(Digest::ofHex),
                row.getLong("chunks"),
                row.getLong("bytes"),
                row.getLong("failed"),
                Optional.ofNullable(row.getString("note")),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }
}
