package org.liptako.node.exchange.courier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.liptako.node.exchange.courier.disk.WrittenFile;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.journal.event.GrantSerial;

/** Tells of disks: those that the journals know, those that this site is still to write, and the files of those that it wrote. Thread-safe. */
final class DiskRegister {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final ExportStore exports;
    private final CourierDisks disks;

    DiskRegister(SiteRecord own, GrantLedger grants, ExportStore exports, CourierDisks disks) {
        this.own = own;
        this.grants = grants;
        this.exports = exports;
        this.disks = disks;
    }

    List<CourierDisk> newest(int most) {
        return disks.newest(most);
    }

    List<CourierDisk> of(GrantSerial grant) {
        return List.copyOf(disks.of(grant).values());
    }

    /** Those of a copy that are to be written. */
    List<PlannedDisk> planned(GrantSerial serial) {
        List<ChunkRange> plan =
                exports.plan(serial).map(ExportStore.Plan::disks).orElse(List.of());
        if (plan.isEmpty()) {
            return List.of();
        }
        ExchangeGrant grant = grants.get(serial);
        Map<Integer, CourierDisk> known = disks.of(serial);
        return IntStream.rangeClosed(1, plan.size())
                .filter(disk -> !known.containsKey(disk))
                .mapToObj(disk -> new PlannedDisk(
                        grant, own.site(), disk, plan.size(), plan.get(disk - 1).count()))
                .toList();
    }

    /** All that are to be written here. */
    List<PlannedDisk> planned() {
        List<PlannedDisk> all = new ArrayList<>();
        exports.grants().forEach(grant -> all.addAll(planned(grant)));
        return all;
    }

    /** The files of a disk that this site wrote; none while they are not those that were journaled. */
    Map<String, WrittenFile> files(CourierDisk disk) {
        Map<String, WrittenFile> files =
                exports.files(disk.any().grant(), disk.any().disk());
        return disk.given()
                        .flatMap(DiskEntry::seal)
                        .filter(seal -> files.values().stream()
                                .anyMatch(file -> file.digest().equals(seal)))
                        .isPresent()
                ? files
                : Map.of();
    }
}
