package org.liptako.node.cli.courier;

import java.util.List;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierDiskStatus;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;

/** Disks as a person reads them. */
final class DiskTable {
    private static final int GROUP = 4;

    private DiskTable() {}

    static void print(List<CourierDisk> disks, Screen screen) {
        var table = switch (screen.language()) {
            case FRENCH ->
                new Table("AUTORISATION", "JEU", "VERS", "DISQUE", "ÉTAT", "BLOCS", "ÉCRIT", "PRIS", "SCEAU");
            case ENGLISH -> new Table("GRANT", "DATASET", "TO", "DISK", "STATUS", "CHUNKS", "WRITTEN", "TAKEN", "SEAL");
        };
        disks.forEach(disk -> table.row(
                disk.getGrant(),
                disk.getDataset(),
                disk.getTargetSite(),
                disk.getDisk() + "/" + disk.getDisks(),
                status(screen.language(), disk.getStatus()),
                Long.toString(disk.getChunks()),
                LocalTime.of(disk.getWrittenAt()),
                LocalTime.of(disk.getTakenAt()),
                disk.getSeal().isEmpty() ? "" : disk.getSeal().substring(0, 2 * GROUP) + "…"));
        table.print(screen);
    }

    static String status(Language language, CourierDiskStatus status) {
        return switch (status) {
            case COURIER_DISK_STATUS_PLANNED -> language.choose("À ÉCRIRE", "TO BE WRITTEN");
            case COURIER_DISK_STATUS_WRITTEN -> language.choose("EN ROUTE", "ON ITS WAY");
            case COURIER_DISK_STATUS_TAKEN -> language.choose("REPRIS", "TAKEN");
            case COURIER_DISK_STATUS_TAKEN_IN_PART -> language.choose("REPRIS EN PARTIE", "TAKEN IN PART");
            case COURIER_DISK_STATUS_LOST -> language.choose("PERDU", "LOST");
            case COURIER_DISK_STATUS_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    /** A digest in groups of four, as a person compares it. */
    static String grouped(String hex) {
        var grouped = new StringBuilder();
        for (int from = 0; from < hex.length(); from += GROUP) {
            grouped.append(from == 0 ? "" : " ").append(hex, from, Math.min(hex.length(), from + GROUP));
        }
        return grouped.toString();
    }
}
