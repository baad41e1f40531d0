package org.liptako.node.journal.witness;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TileReader;
import org.liptako.pki.tlog.TileTree;
import org.liptako.pki.trust.EvidenceKeys;

/** The journal of a State of the trial region as it may have been kept, or bent: commitments in memory, signed with the State's own key. */
public final class TrialLog implements WitnessedLog {
    private final State state;
    private final List<EntryCommitment> entries = new ArrayList<>();

    public TrialLog(State state) {
        this.state = state;
    }

    /** The keys of a State's witness, by the trust state that this node holds. */
    public static WitnessKeys witness(State state, NodeTrust trust) {
        return new WitnessKeys(
                state, TrialRegion.ZONE, believed(trust), signer(EvidenceKeys.witnessOf(state)), Clock.systemUTC());
    }

    /** A node's trust, which is the first trust state. */
    public static NodeTrust trust(State state) {
        return TrialTrust.aging(state, Clock.systemUTC());
    }

    static Supplier<Optional<EvidenceKeys>> believed(NodeTrust trust) {
        return () -> EvidenceKeys.believed(trust.believed(), TrialRegion.ZONE);
    }

    /** Signs with the key that the first trust state lists. */
    public static NoteSigner signer(Party party) {
        Credential credential = party.bearer().equals("witness")
                ? TrialRegion.tree().witnessKey(party.state()).read()
                : TrialRegion.tree().journalKey(party.state()).read();
        return new NoteSigner(
                EvidenceKeys.noteKey(party, TrialRegion.ZONE, credential.certificate()),
                credential.key(),
                Clock.systemUTC());
    }

    /** So many entries more, which the word tells from others. */
    public synchronized TrialLog with(int count, String word) {
        for (int i = 0; i < count; i++) {
            entries.add(
                    new EntryCommitment(Digest.over((word + " " + entries.size()).getBytes(StandardCharsets.UTF_8))));
        }
        return this;
    }

    public synchronized long size() {
        return entries.size();
    }

    /** The first so many entries, and no others, as if the rest had never been. */
    public synchronized TrialLog cutTo(int size) {
        TrialLog cut = new TrialLog(state);
        cut.entries.addAll(entries.subList(0, size));
        return cut;
    }

    /** The same but one entry. */
    public synchronized TrialLog edited(int index) {
        TrialLog edited = cutTo(entries.size());
        edited.entries.set(index, new EntryCommitment(Digest.over(new byte[] {7})));
        return edited;
    }

    @Override
    public synchronized Optional<SignedNote> lastCheckpoint() {
        return Optional.of(signed());
    }

    synchronized Checkpoint checkpoint() {
        return new Checkpoint(
                EvidenceKeys.originOf(state, TrialRegion.ZONE), entries.size(), MerkleTree.rootOf(leaves()));
    }

    SignedNote signed() {
        return checkpoint().signedBy(signer(EvidenceKeys.journalOf(state)));
    }

    @Override
    public synchronized ConsistencyProof consistency(long oldSize, long size) {
        return new TileTree(size, this::tile).consistency(oldSize);
    }

    /** What it is made of. */
    public TileReader tiles() {
        return this::tile;
    }

    /** Makes a node's journal of this State, and its tree, what a reader of these entries has. */
    public synchronized void readInto(Jdbi jdbi, Journal reader) {
        jdbi.useTransaction(handle -> {
            long known = handle.createQuery("SELECT size FROM journal_chain WHERE state = :state")
                    .bind("state", state.name())
                    .mapTo(Long.class)
                    .one();
            for (int index = (int) known; index < entries.size(); index++) {
                byte[] commitment = entries.get(index).digest().toBytes();
                handle.execute(
                        "INSERT INTO journal_entry (state, index, commitment, head, recorded_at)"
                                + " VALUES (?, ?, ?, ?, now())",
                        state.name(),
                        index,
                        commitment,
                        commitment);
            }
            handle.execute("UPDATE journal_chain SET size = ? WHERE state = ?", entries.size(), state.name());
        });
        JournalTree tree = new JournalTree(jdbi);
        try (TreeKeeper keeper = new TreeKeeper(jdbi, reader, new Checkpoints(jdbi, reader, CheckpointKey.NONE))) {
            keeper.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> tree.size(state) == entries.size());
        }
    }

    private List<Digest> leaves() {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> new LogEntry(index, entries.get(index)).leafHash())
                .toList();
    }

    private Tile tile(TilePath.Hashes path) {
        int span = 1 << (8 * path.level());
        List<Digest> leaves = leaves();
        List<Digest> hashes = new ArrayList<>();
        for (long i = path.index() * Tile.WIDTH; i < path.index() * Tile.WIDTH + path.width(); i++) {
            hashes.add(MerkleTree.rootOf(leaves.subList((int) i * span, (int) (i + 1) * span)));
        }
        return Tile.of(hashes);
    }
}
