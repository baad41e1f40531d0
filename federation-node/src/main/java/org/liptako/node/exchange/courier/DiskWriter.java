package org.liptako.node.exchange.courier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.liptako.node.exchange.courier.disk.ContainerFile;
import org.liptako.node.exchange.courier.disk.ContainerLabel;
import org.liptako.node.exchange.courier.disk.DamagedException;
import org.liptako.node.exchange.courier.disk.DiskFolder;
import org.liptako.node.exchange.courier.disk.DiskLabel;
import org.liptako.node.exchange.courier.disk.DiskNames;
import org.liptako.node.exchange.courier.disk.DiskPlan;
import org.liptako.node.exchange.courier.disk.LabelFile;
import org.liptako.node.exchange.courier.disk.OpenedFile;
import org.liptako.node.exchange.courier.disk.WrittenFile;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.ChunkRange;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.placement.Grants;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.StatementSigner;

/**
 * Writes the files of one disk: the containers, each durable before it has its name, then the label, which gets its name once the journal knows the disk. A container that an earlier attempt has finished is known
 * by its head, which no other has, and stays. Thread-safe, for disks in different directories.
 */
final class DiskWriter {
    private final SiteRecord own;
    private final ExportStore exports;
    private final Grants placements;
    private final StatementSigner signer;
    private final long containerBytes;

    /** @param containerBytes what a container has at most */
    DiskWriter(SiteRecord own, ExportStore exports, Grants placements, StatementSigner signer, long containerBytes) {
        this.own = own;
        this.exports = exports;
        this.placements = placements;
        this.signer = signer;
        this.containerBytes = containerBytes;
    }

    /**
     * A disk that is whole but for its label's name.
     *
     * @param seal over its label
     * @param bytes of all its files
     */
    record Written(Digest seal, long bytes) {}

    Written write(DiskJob job, DiskFolder folder, DiskProgress progress) throws IOException {
        DiskPlan plan = plan(job.held());
        List<ChunkRange> containers = plan.containers(job.chunks());
        Map<String, WrittenFile> there = kept(job, folder);
        checkRoom(folder, containers, plan, there);
        AtomicLong done = new AtomicLong();
        long bytes = 0;
        for (int number = 1; number <= containers.size(); number++) {
            String name = DiskNames.container(number);
            ChunkRange chunks = containers.get(number - 1);
            WrittenFile file = there.get(name);
            if (file == null) {
                file = container(job, folder, number, chunks, chunk -> {
                    progress.at(done.incrementAndGet(), job.chunks().count());
                    return job.supply().chunk(chunk);
                });
            } else {
                progress.at(done.addAndGet(chunks.count()), job.chunks().count());
            }
            bytes += file.bytes();
        }
        WrittenFile label = label(job, folder, containers.size());
        return new Written(label.digest(), bytes + label.bytes());
    }

    /** How the chunks of a version are spread. */
    DiskPlan plan(HeldVersion held) {
        return new DiskPlan(held.signed(), containerBytes);
    }

    private WrittenFile container(
            DiskJob job, DiskFolder folder, int number, ChunkRange chunks, ContainerFile.Chunks supply)
            throws IOException {
        ContainerLabel label = new ContainerLabel(
                DiskLabel.FORMAT,
                job.grant().serial(),
                job.held().manifest().header().version(),
                job.disk(),
                job.plan().disks().size(),
                number,
                chunks);
        Path draft = folder.draft();
        return keep(
                job,
                folder,
                draft,
                DiskNames.container(number),
                ContainerFile.write(draft, job.plan().key(), label, supply));
    }

    private WrittenFile label(DiskJob job, DiskFolder folder, int containers) throws IOException {
        DiskLabel label = new DiskLabel(
                DiskLabel.FORMAT,
                job.grant().serial(),
                job.held().manifest().header().version(),
                job.grant().encrypted(),
                own.site(),
                job.grant().targetSite(),
                job.disk(),
                job.plan().disks().size(),
                job.chunks(),
                containers,
                own.journal().now());
        WrittenFile file = LabelFile.write(
                folder.draft(),
                job.plan().key(),
                signer.sign(DiskLabel.CONTEXT, label.toJson()),
                placements.statement(job.grant().serial()).orElse(null),
                job.held().signed());
        exports.note(job.grant().serial(), job.disk(), DiskNames.LABEL, file);
        return file;
    }

    /** Gives the label its name, which makes the disk whole; nothing, if it has it. */
    void name(DiskFolder folder) throws IOException {
        if (folder.content().draft().isPresent()) {
            folder.keepLabel();
        }
    }

    /** Whether this label lies there without its name. */
    boolean isDraft(DiskFolder folder, WrittenFile label) throws IOException {
        Optional<Path> draft = folder.content().draft();
        if (draft.isEmpty()) {
            return false;
        }
        try (OpenedFile opened = OpenedFile.open(draft.get())) {
            return opened.head().equals(label.head()) && opened.bytes() == label.bytes();
        } catch (DamagedException e) {
            return false;
        }
    }

    /** Noted before it has its name: what bears a name is then always known. */
    private WrittenFile keep(DiskJob job, DiskFolder folder, Path draft, String name, WrittenFile file)
            throws IOException {
        exports.note(job.grant().serial(), job.disk(), name, file);
        folder.keep(draft, name);
        return file;
    }

    /**
     * The containers of this very disk that are there already.
     *
     * @throws Failure DISK_REFUSED if anything else is there
     */
    private Map<String, WrittenFile> kept(DiskJob job, DiskFolder folder) throws IOException {
        DiskFolder.Content content = folder.content();
        Map<String, WrittenFile> noted = exports.files(job.grant().serial(), job.disk());
        Map<String, WrittenFile> kept = new HashMap<>();
        for (Path file : content.containers()) {
            String name = DiskFolder.name(file);
            WrittenFile known = noted.get(name);
            if (known == null || !isStill(known, file, KeyId.of(job.plan().key()))) {
                throw taken(name);
            }
            kept.put(name, known);
        }
        if (content.label().isPresent()) {
            WrittenFile known = noted.get(DiskNames.LABEL);
            if (known == null
                    || !isStill(
                            known, content.label().get(), KeyId.of(job.plan().key()))) {
                throw taken(DiskNames.LABEL);
            }
            // Written, and not journaled: it is written again, for the time that it bears.
            Files.delete(content.label().get());
        }
        if (!content.strangers().isEmpty()) {
            throw taken(content.strangers().getFirst().getFileName().toString());
        }
        return kept;
    }

    private static boolean isStill(WrittenFile known, Path file, KeyId key) throws IOException {
        try (OpenedFile opened = OpenedFile.open(file)) {
            return opened.head().equals(known.head()) && opened.key().equals(key) && opened.bytes() == known.bytes();
        } catch (DamagedException e) {
            return false;
        }
    }

    private static void checkRoom(
            DiskFolder folder, List<ChunkRange> containers, DiskPlan plan, Map<String, WrittenFile> there)
            throws IOException {
        long needed = plan.labelBytes();
        for (int number = 1; number <= containers.size(); number++) {
            if (!there.containsKey(DiskNames.container(number))) {
                needed += plan.containerBytes(containers.get(number - 1));
            }
        }
        long free = folder.freeBytes();
        if (free < needed) {
            throw Failure.of(
                    ErrorCode.STORE_FULL,
                    "Il manque de la place sur le disque de transport : " + needed + " octets à écrire, " + free
                            + " octets libres.",
                    "There is no room on the courier disk: " + needed + " bytes to write, " + free + " bytes free.");
        }
    }

    private static Failure taken(String name) {
        String shown = Printable.line(name, 80);
        return Failure.of(
                ErrorCode.DISK_REFUSED,
                "Le répertoire contient déjà « " + shown
                        + " », qui n'est pas de ce disque-ci ; donnez un répertoire vide.",
                "The directory holds \"" + shown + "\" already, which is not this disk's; give an empty one.");
    }
}
