package org.liptako.pki.tlog.audit;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.EntryBundle;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteKeyType;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;

/** A log's files in memory, made from its entries and signed, whatever they are. */
final class TrialLog {
    private static final KeyPair PAIR = pair();
    static final NoteKey KEY = NoteKey.of("ml.test/journal", NoteKeyType.LOG, PAIR.getPublic());
    private static final NoteSigner SIGNER = new NoteSigner(KEY, PAIR.getPrivate(), () -> Instant.EPOCH);

    final Map<String, byte[]> files = new HashMap<>();
    final Checkpoint checkpoint;

    private TrialLog(List<LogEntry> entries) {
        List<Digest> leaves = entries.stream().map(LogEntry::leafHash).toList();
        checkpoint = new Checkpoint(KEY.name(), entries.size(), MerkleTree.rootOf(leaves));
        files.put("checkpoint", checkpoint.signedBy(SIGNER).toBytes());
        for (int first = 0; first < entries.size(); first += Tile.WIDTH) {
            EntryBundle bundle = new EntryBundle(entries.subList(first, Math.min(entries.size(), first + Tile.WIDTH)));
            files.put(bundle.path().path(), bundle.toBytes());
        }
        List<Digest> level = leaves;
        for (int number = 0; !level.isEmpty(); number++) {
            List<Digest> above = new ArrayList<>();
            for (int first = 0; first < level.size(); first += Tile.WIDTH) {
                List<Digest> hashes = level.subList(first, Math.min(level.size(), first + Tile.WIDTH));
                TilePath path = new TilePath.Hashes(number, first / Tile.WIDTH, hashes.size());
                files.put(path.path(), Tile.of(hashes).toBytes());
                if (hashes.size() == Tile.WIDTH) {
                    above.add(MerkleTree.rootOf(hashes));
                }
            }
            level = above;
        }
    }

    static TrialLog of(int size) {
        return new TrialLog(entries(size));
    }

    /** The same log with another entry in one place, all its hashes and its signature made anew. */
    static TrialLog rewritten(int size, int place) {
        List<LogEntry> entries = entries(size);
        entries.set(place, entry(place, "another"));
        return new TrialLog(entries);
    }

    LogFiles read() {
        return path -> Optional.ofNullable(files.get(path));
    }

    static List<LogEntry> entries(int size) {
        List<LogEntry> entries = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            entries.add(entry(index, "entry"));
        }
        return entries;
    }

    static LogEntry entry(long index, String what) {
        return new LogEntry(
                index, new EntryCommitment(Digest.over((what + " " + index).getBytes(StandardCharsets.UTF_8))));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
