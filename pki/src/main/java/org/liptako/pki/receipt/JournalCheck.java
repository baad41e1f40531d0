package org.liptako.pki.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.WitnessedCheckpoint;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.TrustState;

/** Checks the checkpoints of a receipt by the keys that its trust state lists, every signature of them. */
final class JournalCheck {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Zone zone;
    private final EvidenceKeys keys;
    private final Instant madeAt;

    JournalCheck(Zone zone, TrustState trust, Instant madeAt) {
        this.zone = zone;
        this.keys = EvidenceKeys.in(trust, zone);
        this.madeAt = madeAt;
    }

    List<ProvedJournal> check(List<ReceiptJournal> journals) throws ReceiptException {
        List<ProvedJournal> proved = new ArrayList<>();
        for (ReceiptJournal journal : journals) {
            String path = "journals[" + proved.size() + "].";
            if (!proved.isEmpty() && proved.getLast().state().compareTo(journal.state()) >= 0) {
                throw ReceiptException.refused(
                        path + "state",
                        "Les journaux sont une fois chacun, dans l'ordre ML, BF, NE.",
                        "Journals stand once each, in the order ML, BF, NE.");
            }
            proved.add(check(journal, path));
        }
        return proved;
    }

    private ProvedJournal check(ReceiptJournal journal, String path) throws ReceiptException {
        WitnessedCheckpoint witnessed = believed(journal, path);
        Map<State, Instant> cosigned = new TreeMap<>();
        for (Cosignature cosignature : witnessed.cosignatures()) {
            cosigned.put(witnessOf(cosignature), cosignature.time());
            if (cosignature.time().isAfter(madeAt.plus(CLOCK_SKEW))) {
                throw ReceiptException.refused(
                        path + "checkpoint",
                        "Une cosignature est datée d'après le reçu.",
                        "A cosignature is dated after the receipt.");
            }
        }
        // The format passes over signatures of strangers; in a receipt nothing stands that nobody vouches for.
        if (witnessed.cosignatures().size() + 1
                        != journal.checkpoint().signatures().size()
                || cosigned.size() != witnessed.cosignatures().size()) {
            throw ReceiptException.refused(
                    path + "checkpoint",
                    "Le point de contrôle porte une signature qui n'est d'aucune clé de l'état de confiance, ou deux d'un même État.",
                    "The checkpoint bears a signature by no key of the trust state, or two of one State.");
        }
        if (cosigned.size() != journal.witnesses()) {
            throw ReceiptException.refused(
                    path + "witnesses",
                    "Le reçu annonce " + journal.witnesses() + " témoins, et " + cosigned.size() + " ont cosigné.",
                    "The receipt claims " + journal.witnesses() + " witnesses, and " + cosigned.size()
                            + " have cosigned.");
        }
        return new ProvedJournal(journal.state(), witnessed.checkpoint(), cosigned);
    }

    private WitnessedCheckpoint believed(ReceiptJournal journal, String path) throws ReceiptException {
        try {
            List<NoteKey> logs = keys.journalsOf(journal.state(), madeAt);
            if (logs.isEmpty()) {
                throw ReceiptException.refused(
                        path + "state",
                        "L'état de confiance ne liste aucune clé de preuve pour "
                                + journal.state().french() + ".",
                        "The trust state lists no evidence key for "
                                + journal.state().english() + ".");
            }
            NoteVerifier verifier = new NoteVerifier(logs, witnessesOf(journal.state()));
            return new CheckpointPolicy(EvidenceKeys.originOf(journal.state(), zone), verifier, 0)
                    .verify(journal.checkpoint());
        } catch (RefusedNoteException e) {
            throw ReceiptException.refused(path + "checkpoint", e.french(), e.english());
        } catch (MalformedLogException e) {
            throw ReceiptException.refused(
                    path + "checkpoint",
                    "Ce champ n'est pas un point de contrôle (C2SP tlog-checkpoint) : " + e.french(),
                    "This field is no checkpoint (C2SP tlog-checkpoint): " + e.english());
        }
    }

    private List<NoteKey> witnessesOf(State journal) {
        List<NoteKey> witnesses = new ArrayList<>();
        for (State other : State.values()) {
            if (other != journal) {
                witnesses.addAll(keys.witnessesOf(other, madeAt));
            }
        }
        return witnesses;
    }

    private State witnessOf(Cosignature cosignature) {
        for (State state : State.values()) {
            if (keys.witnessesOf(state, madeAt).contains(cosignature.witness())) {
                return state;
            }
        }
        throw new IllegalStateException("A cosignature by a key that is no State's was believed.");
    }
}
