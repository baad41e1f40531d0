package org.liptako.node.peer;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.liptako.journal.v1.AddCheckpointRequest;
import org.liptako.journal.v1.AddCheckpointResponse;
import org.liptako.journal.v1.WitnessServiceGrpc;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;

/** Has this State's last checkpoint cosigned by one other State. */
final class WitnessClient {
    /** Less than a witness takes for a question that was overtaken. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final State witness;
    private final PeerChannels channels;
    private final WitnessedLog log;
    private final OwnCosignatures cosignatures;
    private final WitnessKeys keys;

    WitnessClient(
            State witness, PeerChannels channels, WitnessedLog log, OwnCosignatures cosignatures, WitnessKeys keys) {
        this.witness = witness;
        this.channels = channels;
        this.log = log;
        this.cosignatures = cosignatures;
        this.keys = keys;
    }

    /**
     * Asks, if there is a checkpoint that the witness has not cosigned yet by a key that counts.
     *
     * @throws io.grpc.StatusRuntimeException if it is silent or refuses
     * @throws Failure STATEMENT_INVALID if what it answers is no cosignature of its, JOURNAL_CONTRADICTS if it has cosigned more than there is here
     */
    void ask() {
        Optional<OwnCosignatures.Witnessed> last = cosignatures.last(witness);
        Optional<SignedNote> note = log.lastCheckpoint()
                .filter(signed -> last.filter(keys::counts)
                        .filter(one -> one.note().text().equals(signed.text()))
                        .isEmpty());
        note.ifPresent(
                signed -> ask(signed, last.map(OwnCosignatures.Witnessed::size).orElse(0L)));
    }

    private void ask(SignedNote note, long lastSize) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        AddCheckpointResponse answer = add(note, checkpoint, Math.min(lastSize, checkpoint.size()));
        if (answer.getOutcomeCase() == AddCheckpointResponse.OutcomeCase.KNOWN_SIZE) {
            long known = answer.getKnownSize();
            if (known < 0 || known > checkpoint.size()) {
                throw lost(checkpoint.size(), known);
            }
            answer = add(note, checkpoint, known);
        }
        Cosignature cosignature = verified(note, answer.getCosignatures().toString(StandardCharsets.UTF_8));
        cosignatures.keep(witness, checkpoint, note, cosignature);
    }

    private AddCheckpointResponse add(SignedNote note, Checkpoint checkpoint, long oldSize) {
        AddCheckpointRequest.Builder request = AddCheckpointRequest.newBuilder()
                .setOldSize(oldSize)
                .setCheckpoint(ByteString.copyFrom(note.toBytes()));
        log.consistency(oldSize, checkpoint.size())
                .path()
                .forEach(hash -> request.addProof(ByteString.copyFrom(hash.toBytes())));
        return WitnessServiceGrpc.newBlockingStub(channels.channel(witness))
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .addCheckpoint(request.build());
    }

    /** Signatures of keys that are not known are passed over (C2SP tlog-witness, "add-checkpoint"). */
    private Cosignature verified(SignedNote note, String lines) {
        try {
            List<NoteKey> known = keys.witnessesOf(witness);
            for (NoteSignature line : SignedNote.linesOf(lines)) {
                for (NoteKey key : known) {
                    if (line.name().equals(key.name()) && line.keyId() == key.id()) {
                        return NoteVerifier.cosignature(note.text(), line, key);
                    }
                }
            }
        } catch (MalformedLogException | RefusedNoteException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, invalid().sentence(), e);
        }
        throw invalid();
    }

    private Failure invalid() {
        return Failure.of(
                ErrorCode.STATEMENT_INVALID,
                "La réponse de " + witness.french()
                        + " n'est pas une cosignature d'une clé de témoin que porte l'état de confiance.",
                "What " + witness.english()
                        + " answered is no cosignature by a witness key that the trust state lists.");
    }

    private Failure lost(long size, long known) {
        return Failure.of(
                ErrorCode.JOURNAL_CONTRADICTS,
                witness.french() + " a cosigné " + Count.fr(known, "entrée") + " de ce journal, et il n'en reste que "
                        + size + " ici : reprenez chez les pairs celles qui manquent.",
                witness.english() + " has cosigned " + Count.en(known, "entry", "entries")
                        + " of this journal, and only " + size + (size == 1 ? " is" : " are")
                        + " left here: take the missing ones back from the peers.");
    }
}
