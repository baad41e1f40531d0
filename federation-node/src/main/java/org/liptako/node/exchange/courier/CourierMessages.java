package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.liptako.exchange.v1.CourierDiskStatus;
import org.liptako.exchange.v1.CourierFile;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.node.exchange.courier.disk.WrittenFile;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/** Courier disks as the protocol writes them. */
final class CourierMessages {
    private static final int MOST_SAID = 200;

    private CourierMessages() {}

    static ExportOrder order(ExportDiskRequest request) {
        if (request.getCapacitiesList().stream().anyMatch(capacity -> capacity <= 0)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La capacité d'un disque est un nombre d'octets, au moins 1.",
                    "The capacity of a disk is a number of bytes, at least 1.");
        }
        return new ExportOrder(
                GrantMessages.serial(request.getGrant()),
                request.getDirectory(),
                request.getCapacitiesList(),
                request.getDisk() == 0 ? OptionalInt.empty() : OptionalInt.of(request.getDisk()));
    }

    static org.liptako.exchange.v1.ImportedDisk toMessage(ImportedDisk imported) {
        org.liptako.exchange.v1.ImportedDisk.Builder message = org.liptako.exchange.v1.ImportedDisk.newBuilder()
                .setGrant(imported.grant().value())
                .setDisk(imported.disk())
                .setDisks(imported.disks())
                .setSeal(imported.seal().map(Digest::hex).orElse(""))
                .setTaken(imported.taken())
                .setKnown(imported.known())
                .setFailed(imported.failed())
                .setChunksDurable(imported.durable())
                .setChunks(imported.chunks());
        imported.faults().forEach(fault -> message.addFaults(SentenceMessages.toMessage(fault)));
        return message.build();
    }

    static org.liptako.exchange.v1.CourierDisk toMessage(CourierDisk disk) {
        DiskEntry any = disk.any();
        return org.liptako.exchange.v1.CourierDisk.newBuilder()
                .setGrant(any.grant().value())
                .setDataset(any.version().dataset().value())
                .setVersionRoot(any.version().root().value())
                .setSourceSite(any.source().map(SiteId::value).orElse(""))
                .setTargetSite(any.site().value())
                .setDisk(any.disk())
                .setDisks(any.disks())
                .setStatus(status(disk.standing()))
                .setSeal(any.seal().map(Digest::hex).orElse(""))
                .setChunks(any.chunks() + any.failed())
                .setBytes(any.bytes())
                .setWrittenAt(
                        disk.given().map(DiskEntry::at).map(Instant::toString).orElse(""))
                .setTakenAt(
                        disk.taken().map(DiskEntry::at).map(Instant::toString).orElse(""))
                .setLostAt(disk.lost().map(DiskEntry::at).map(Instant::toString).orElse(""))
                .setNote(disk.lost().flatMap(DiskEntry::note).orElse(""))
                .setJournalIndex(disk.given().map(DiskEntry::index).orElse(0L))
                .build();
    }

    static org.liptako.exchange.v1.CourierDisk toMessage(PlannedDisk disk) {
        return org.liptako.exchange.v1.CourierDisk.newBuilder()
                .setGrant(disk.grant().serial().value())
                .setDataset(disk.grant().dataset().value())
                .setVersionRoot(disk.grant()
                        .version()
                        .map(version -> version.root().value())
                        .orElse(""))
                .setSourceSite(disk.source().value())
                .setTargetSite(disk.grant().targetSite().value())
                .setDisk(disk.disk())
                .setDisks(disk.disks())
                .setStatus(CourierDiskStatus.COURIER_DISK_STATUS_PLANNED)
                .setChunks(disk.chunks())
                .build();
    }

    static Iterable<CourierFile> files(Map<String, WrittenFile> files) {
        return files.entrySet().stream()
                .map(file -> CourierFile.newBuilder()
                        .setName(file.getKey())
                        .setBytes(file.getValue().bytes())
                        .setSha256(file.getValue().digest().hex())
                        .build())
                .toList();
    }

    /** A disk that gives out in the middle; what was whole before stays. */
    static Failure trouble(IOException cause) {
        String words = Printable.line(String.valueOf(cause.getMessage()), MOST_SAID);
        return new Failure(
                ErrorCode.DISK_REFUSED,
                new Sentence(
                        "Le disque de transport, ou le magasin de ce site, ne se lit pas ou ne s'écrit pas (" + words
                                + ") ; réparez-le et répétez la commande.",
                        "The courier disk, or this site's store, does not read or write (" + words
                                + "); mend it and repeat the command."),
                cause);
    }

    private static CourierDiskStatus status(CourierDisk.Standing standing) {
        return switch (standing) {
            case WRITTEN -> CourierDiskStatus.COURIER_DISK_STATUS_WRITTEN;
            case TAKEN -> CourierDiskStatus.COURIER_DISK_STATUS_TAKEN;
            case TAKEN_IN_PART -> CourierDiskStatus.COURIER_DISK_STATUS_TAKEN_IN_PART;
            case LOST -> CourierDiskStatus.COURIER_DISK_STATUS_LOST;
        };
    }
}
