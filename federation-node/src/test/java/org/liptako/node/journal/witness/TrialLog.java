package org.liptako.node.journal.witness;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TileTree;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.TrustState;

/** The journal of a State of the trial region as it may have been kept, or bent: leaves in memory, signed with the State's own key. */
public final class TrialLog implements WitnessedLog {
    private final State state;
    private final List<Digest> leaves = new ArrayList<>();

    public TrialLog(State state) {
        this.state = state;
    }

    /** The keys of a State's witness, by the trust state that this node holds. */
    public static WitnessKeys witness(State state, NodeTrust trust) {
        return new WitnessKeys(
                state, TrialRegion.ZONE, held(trust), signer(EvidenceKeys.witnessOf(state)), Clock.systemUTC());
    }

    /** A node's trust, which is the first trust state. */
    public static NodeTrust trust(State state) {
        return TrialTrust.aging(state, Clock.systemUTC());
    }

    private static Supplier<Optional<TrustState>> held(NodeTrust trust) {
        return () -> trust.believed().newest().map(HeldTrustState::state);
    }

    static NoteSigner signer(Party party) {
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
            leaves.add(Digest.over((word + " " + leaves.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    public synchronized long size() {
        return leaves.size();
    }

    /** The first so many entries, and no others, as if the rest had never been. */
    public synchronized TrialLog cutTo(int size) {
        TrialLog cut = new TrialLog(state);
        cut.leaves.addAll(leaves.subList(0, size));
        return cut;
    }

    /** The same but one entry. */
    public synchronized TrialLog edited(int index) {
        TrialLog edited = cutTo(leaves.size());
        edited.leaves.set(index, Digest.over(new byte[] {7}));
        return edited;
    }

    @Override
    public synchronized Optional<SignedNote> lastCheckpoint() {
        return Optional.of(signed());
    }

    synchronized Checkpoint checkpoint() {
        return new Checkpoint(EvidenceKeys.originOf(state, TrialRegion.ZONE), leaves.size(), MerkleTree.rootOf(leaves));
    }

    SignedNote signed() {
        return checkpoint().signedBy(signer(EvidenceKeys.journalOf(state)));
    }

    @Override
    public synchronized ConsistencyProof consistency(long oldSize, long size) {
        return new TileTree(size, this::tile).consistency(oldSize);
    }

    private Tile tile(TilePath.Hashes path) {
        int span = 1 << (8 * path.level());
        List<Digest> hashes = new ArrayList<>();
        for (long i = path.index() * Tile.WIDTH; i < path.index() * Tile.WIDTH + path.width(); i++) {
            hashes.add(MerkleTree.rootOf(leaves.subList((int) i * span, (int) (i + 1) * span)));
        }
        return Tile.of(hashes);
    }
}
