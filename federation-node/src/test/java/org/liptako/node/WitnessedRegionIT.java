package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceBlockingStub;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.EvidenceKeys;

/** Three whole nodes sign their journals and witness each other's. */
class WitnessedRegionIT {
    @TempDir
    private Path directory;

    @Test
    void eachStatesLastCheckpointBearsTheTwoOthersCosignatures() throws IOException {
        try (TrialFederation region = new TrialFederation(directory)) {
            region.takeTheSamples();
            for (State state : State.values()) {
                JournalServiceBlockingStub journal =
                        JournalServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
                await().atMost(Duration.ofSeconds(60)).until(() -> isWitnessed(state, journal));
            }
        }
    }

    private static boolean isWitnessed(State state, JournalServiceBlockingStub journal) {
        try {
            byte[] note = journal.getCheckpoint(GetCheckpointRequest.getDefaultInstance())
                    .getCheckpoint()
                    .toByteArray();
            policy(state).verify(SignedNote.parse(note));
            return true;
        } catch (RefusedNoteException notYet) {
            return false;
        } catch (StatusRuntimeException notYet) {
            assertThat(notYet).hasMessageContaining(ErrorCode.NOT_READY.name());
            return false;
        }
    }

    private static CheckpointPolicy policy(State state) {
        List<NoteKey> witnesses = new ArrayList<>();
        for (State other : State.values()) {
            if (other != state) {
                witnesses.add(key(
                        EvidenceKeys.witnessOf(other),
                        TrialRegion.tree().witnessKey(other).read()));
            }
        }
        NoteKey own = key(
                EvidenceKeys.journalOf(state),
                TrialRegion.tree().journalKey(state).read());
        return new CheckpointPolicy(own.name(), new NoteVerifier(List.of(own), witnesses), witnesses.size());
    }

    private static NoteKey key(Party party, Credential credential) {
        return EvidenceKeys.noteKey(party, TrialRegion.ZONE, credential.certificate());
    }
}
