package org.liptako.node.exchange.courier;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;

/** Records that a disk is lost. Whoever finds it reads nothing; the record is for those who wait for it. Thread-safe. */
final class LossDesk {
    private final SiteRecord own;
    private final CourierDisks disks;

    LossDesk(SiteRecord own, CourierDisks disks) {
        this.own = own;
        this.disks = disks;
    }

    /**
     * Journals the loss; the same entry each time it is said of one disk.
     *
     * @param note where and how
     * @return the entry's index
     */
    long lost(GrantSerial grant, int disk, String note) {
        return own.jdbi().inTransaction(handle -> lost(handle, grant, disk, note));
    }

    private long lost(Handle handle, GrantSerial grant, int disk, String note) {
        CourierDisk known = disks.of(handle, grant).get(disk);
        if (known == null || known.given().isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Sous l'autorisation " + grant + ", aucun disque " + disk + " n'est parti.",
                    "Under the grant " + grant + " no disk " + disk + " has gone.");
        }
        DiskEntry given = known.given().get();
        SiteId source = given.source().orElseThrow();
        if (!source.state().equals(Optional.of(own.journal().state()))) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le disque vient du site " + source + " : c'est son État qui en consigne la perte.",
                    "The disk comes from site " + source + ": its State records the loss.");
        }
        if (known.lost().isPresent()) {
            return known.lost().get().index();
        }
        return own.journal()
                .append(
                        handle,
                        new CourierDiskLost(
                                own.journal().now(),
                                grant,
                                given.version().dataset(),
                                source,
                                given.site(),
                                given.version().root(),
                                disk,
                                given.disks(),
                                given.seal().orElseThrow(),
                                note));
    }
}
