package org.liptako.node.journal.witness;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.EvidenceKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose signatures under checkpoints count, by the trust state in force and what was revoked, and by which key this State cosigns. Thread-safe. */
public final class WitnessKeys {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessKeys.class);

    private final State own;
    private final Zone zone;
    private final Supplier<Optional<EvidenceKeys>> trust;
    private final @Nullable NoteSigner signer;
    private final Clock clock;

    /**
     * The keys of a State's witness.
     *
     * @param trust the keys that are believed now; empty before the first trust state, when no key counts
     * @param signer cosigns; null where this node was given no witness key
     */
    public WitnessKeys(
            State own, Zone zone, Supplier<Optional<EvidenceKeys>> trust, @Nullable NoteSigner signer, Clock clock) {
        this.own = own;
        this.zone = zone;
        this.trust = trust;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * By which this State cosigns.
     *
     * @throws Failure NOT_READY if this node has no witness key, or the trust state in force does not list it
     */
    NoteSigner signer() {
        NoteSigner held = signer;
        if (held == null || !witnessesOf(own).contains(held.key())) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce nœud n'est témoin de personne : donnez-lui la clé de témoin de son État (« evidence/witness.pem » et"
                            + " « witness.key.pem » dans « data-dir »), non révoquée, et inscrivez-la dans l'état de confiance.",
                    "This node is nobody's witness: give it its State's witness key (evidence/witness.pem and"
                            + " witness.key.pem in data-dir), not revoked, and list it in the trust state.");
        }
        return held;
    }

    /** Whether the trust state in force lists any other State's witness, be its key good, over or revoked. */
    boolean listWitnesses() {
        return trust.get().filter(keys -> keys.listWitnessesOf(own)).isPresent();
    }

    /** Whether a cosignature is by a key that counts now. */
    public boolean counts(OwnCosignatures.Witnessed last) {
        List<NoteKey> counted = witnessesOf(last.witness());
        return last.note().signatures().stream()
                .anyMatch(line ->
                        counted.stream().anyMatch(key -> line.name().equals(key.name()) && line.keyId() == key.id()));
    }

    /** The keys by which a State signs the checkpoints of its own journal now. */
    public List<NoteKey> journalsOf(State state) {
        Instant now = clock.instant();
        return trust.get().map(keys -> keys.journalsOf(state, now)).orElse(List.of());
    }

    /** The keys by which a State cosigns others' checkpoints now. */
    public List<NoteKey> witnessesOf(State state) {
        Instant now = clock.instant();
        return trust.get().map(keys -> keys.witnessesOf(state, now)).orElse(List.of());
    }

    /** The checkpoint of this State's own journal that a note shows this State to have signed; empty where it is not believed. */
    public Optional<Checkpoint> ownCheckpoint(SignedNote note) {
        try {
            return Optional.of(policyOf(own).verify(note).checkpoint());
        } catch (RefusedNoteException | MalformedLogException | Failure e) {
            LOG.warn("What is shown as a checkpoint of this State's is not believed.", e);
            return Optional.empty();
        }
    }

    /**
     * Which checkpoints of a State's journal are believed now.
     *
     * @throws Failure STATEMENT_INVALID if the trust state in force lists no key of that State's
     */
    CheckpointPolicy policyOf(State state) {
        List<NoteKey> journals = journalsOf(state);
        if (journals.isEmpty()) {
            throw Failure.of(
                    ErrorCode.STATEMENT_INVALID,
                    "L'état de confiance en vigueur ne porte aucune clé qui signe le journal du " + state.french()
                            + ".",
                    "The trust state in force lists no key that signs the journal of " + state.english() + ".");
        }
        return new CheckpointPolicy(EvidenceKeys.originOf(state, zone), new NoteVerifier(journals, List.of()), 0);
    }
}
