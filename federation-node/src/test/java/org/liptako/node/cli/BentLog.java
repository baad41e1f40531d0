package org.liptako.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.EntryBundle;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;

/** A journal that was exported from a running node, bent and made whole again: tiles, root and, by whoever holds the key, signature. */
record BentLog(String origin, List<LogEntry> entries) {
    BentLog {
        entries = List.copyOf(entries);
    }

    static BentLog of(Path export) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(export.resolve("checkpoint")))
                .text());
        List<LogEntry> entries = new ArrayList<>();
        for (long bundle = 0; bundle * Tile.WIDTH < checkpoint.size(); bundle++) {
            TilePath.Entries path =
                    TilePath.Entries.in(checkpoint.size(), bundle).orElseThrow();
            entries.addAll(EntryBundle.parse(path, Files.readAllBytes(export.resolve(path.path())))
                    .entries());
        }
        return new BentLog(checkpoint.origin(), entries);
    }

    BentLog edited(int index) {
        List<LogEntry> edited = new ArrayList<>(entries);
        edited.set(index, new LogEntry(index, new EntryCommitment(Digest.over(new byte[] {7}))));
        return new BentLog(origin, edited);
    }

    BentLog cutTo(int size) {
        return new BentLog(origin, entries.subList(0, size));
    }

    SignedNote signed(NoteSigner signer) {
        return new Checkpoint(origin, entries.size(), MerkleTree.rootOf(leaves())).signedBy(signer);
    }

    /** Writes what a State that does not mind would publish. */
    Path writeTo(Path directory, NoteSigner signer) throws IOException {
        for (int first = 0; first < entries.size(); first += Tile.WIDTH) {
            EntryBundle bundle = new EntryBundle(entries.subList(first, Math.min(entries.size(), first + Tile.WIDTH)));
            write(directory, bundle.path(), bundle.toBytes());
        }
        List<Digest> level = leaves();
        for (int number = 0; !level.isEmpty(); number++) {
            List<Digest> above = new ArrayList<>();
            for (int first = 0; first < level.size(); first += Tile.WIDTH) {
                List<Digest> hashes = level.subList(first, Math.min(level.size(), first + Tile.WIDTH));
                write(
                        directory,
                        new TilePath.Hashes(number, first / Tile.WIDTH, hashes.size()),
                        Tile.of(hashes).toBytes());
                if (hashes.size() == Tile.WIDTH) {
                    above.add(MerkleTree.rootOf(hashes));
                }
            }
            level = above;
        }
        Files.write(directory.resolve("checkpoint"), signed(signer).toBytes());
        return directory;
    }

    private List<Digest> leaves() {
        return entries.stream().map(LogEntry::leafHash).toList();
    }

    private static void write(Path directory, TilePath path, byte[] content) throws IOException {
        Path file = directory.resolve(path.path());
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
