package org.liptako.pki.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

class TrialEvidenceTest {
    private static final Zone ZONE = Zone.LOCALHOST;

    @Test
    void theTrustStateListsWhatSignsAndWhatWitnessesEachJournal(@TempDir Path directory) throws Exception {
        TrialTree tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(ZONE), directory.resolve("region"));
        TrustState trust = new TrustStateCodec(ZONE).decode(Files.readAllBytes(tree.firstTrustState()));
        EvidenceKeys keys = EvidenceKeys.in(trust, ZONE);
        Instant now = Instant.now();
        Credential mali = tree.journalKey(State.ML).read();
        Credential burkina = tree.witnessKey(State.BF).read();
        NoteKey signing = EvidenceKeys.noteKey(EvidenceKeys.journalOf(State.ML), ZONE, mali.certificate());
        NoteKey cosigning = EvidenceKeys.noteKey(EvidenceKeys.witnessOf(State.BF), ZONE, burkina.certificate());
        String origin = EvidenceKeys.originOf(State.ML, ZONE);

        Checkpoint checkpoint = new Checkpoint(origin, 0, Digest.over());
        SignedNote note = checkpoint
                .signedBy(new NoteSigner(signing, mali.key(), Clock.systemUTC()))
                .with(List.of(new NoteSigner(cosigning, burkina.key(), Clock.systemUTC()).sign(checkpoint)));

        NoteVerifier verifier = new NoteVerifier(keys.journalsOf(State.ML, now), keys.witnessesOf(State.BF, now));
        assertThat(new CheckpointPolicy(origin, verifier, 1).verify(note).cosignatures())
                .hasSize(1);
        assertThat(keys.journalsOf(State.ML, now.plus(Duration.ofDays(800)))).isEmpty();
        assertThat(new ChainValidator(ZONE, List.of(tree.root().read().certificate()))
                        .validate(CandidateChain.of(mali.chain()), Expectation.signing(now)))
                .isInstanceOf(Validation.Accepted.class);
    }
}
