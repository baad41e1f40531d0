package org.liptako.pki.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.PersonalKeys;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.ListAcceptance;
import org.liptako.pki.trust.PublishedTrust;
import org.liptako.pki.trust.TrustStore;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;

class TrialCeremonyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    private static final SiteId NIAMEY = new SiteId("NE-NIM-1");
    private static final TrialPlan PLAN = TrialPlan.capitals(Zone.LOCALHOST);

    @TempDir
    private Path directory;

    @Test
    void everyPartyOfTheTreeIsAccepted() {
        TrialTree tree = write();

        assertThat(partyOf(tree, tree.node(BAMAKO, 1))).isEqualTo(Party.at(BAMAKO, Role.NODE, "1"));
        assertThat(partyOf(tree, tree.operator(NIAMEY))).isEqualTo(Party.at(NIAMEY, Role.OPERATOR, "1"));
        assertThat(partyOf(tree, tree.officer(State.BF, 2))).isEqualTo(Party.of(State.BF, Role.OFFICER, "2"));
        assertThat(partyOf(tree, tree.regulator(State.NE))).isEqualTo(Party.of(State.NE, Role.REGULATOR, "1"));
        assertThat(partyOf(tree, tree.administrator(State.ML))).isEqualTo(Party.of(State.ML, Role.ADMINISTRATOR, "1"));
    }

    @Test
    void everyOfficerHasTheSameKeyInAFileForPeople() {
        TrialTree tree = write();

        for (State state : State.values()) {
            for (int number = 1; number <= TrialTree.OFFICERS; number++) {
                Credential own = PersonalKeys.ofPkcs12(
                        tree.officerPkcs12(state, number), TrialTree.PASSPHRASE.toCharArray(), null);
                assertThat(own.chain())
                        .isEqualTo(tree.officer(state, number).read().chain());
                KeyFiles.requirePrivate(tree.officerPkcs12(state, number));
            }
        }
    }

    @Test
    void everyHostileCertificateIsRefused() {
        TrialTree tree = write();

        assertThat(reasonFor(tree, tree.forgedNode())).isEqualTo(RejectionReason.NAME_CONSTRAINTS);
        assertThat(reasonFor(tree, tree.forgedOperator())).isEqualTo(RejectionReason.NAME_CONSTRAINTS);
        assertThat(reasonFor(tree, tree.foreignOperator())).isEqualTo(RejectionReason.SIGNATURE);
    }

    @Test
    void keysAreReadableByTheirOwnerAlone() throws IOException {
        write();

        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> keys =
                    files.filter(file -> file.toString().endsWith(".key.pem")).toList();
            assertThat(keys).hasSizeGreaterThan(20).allSatisfy(KeyFiles::requirePrivate);
            assertThat(keys)
                    .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void neverWritesOverATree() {
        write();

        assertThatThrownBy(this::write)
                .isInstanceOf(IssuingException.class)
                .hasMessageContaining("keys are never overwritten");
    }

    @Test
    void theFirstTrustStateAndEveryListAreTakenByAStore(@TempDir Path node) {
        TrialTree tree = write();
        TrustStore store = TrustStore.open(
                node, Zone.LOCALHOST, List.of(tree.root().read().certificate()), Clock.fixed(NOW, ZoneOffset.UTC));
        PublishedTrust published = PublishedTrust.read(tree.published());

        assertThat(published.states())
                .singleElement()
                .satisfies(state -> assertThat(store.offer(state)).isInstanceOf(Acceptance.Accepted.class));
        assertThat(published.lists())
                .hasSize(10)
                .allSatisfy(list -> assertThat(store.offerList(list)).isInstanceOf(ListAcceptance.Accepted.class));
        ChainValidator validator =
                new ChainValidator(Zone.LOCALHOST, store.current().material(List.of()));
        assertThat(validator.validate(
                        CandidateChain.of(tree.node(BAMAKO, 1).read().chain()), Expectation.client(NOW)))
                .isInstanceOf(Validation.Accepted.class);
    }

    @Test
    void whatWasDoneIsWrittenDown() {
        TrialTree tree = write();

        assertThat(Transcript.read(tree.transcript()).changed(tree.directory())).isEmpty();
    }

    private TrialTree write() {
        return new TrialCeremony(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()).perform(PLAN, directory);
    }

    private static Party partyOf(TrialTree tree, CredentialFiles files) {
        Validation validation = validate(tree, files.read(), NOW);
        assertThat(validation).isInstanceOf(Validation.Accepted.class);
        return ((Validation.Accepted) validation).party();
    }

    private static RejectionReason reasonFor(TrialTree tree, CredentialFiles files) {
        Validation validation = validate(tree, files.read(), NOW);
        assertThat(validation).isInstanceOf(Validation.Rejected.class);
        return ((Validation.Rejected) validation).reason();
    }

    private static Validation validate(TrialTree tree, Credential credential, Instant at) {
        ChainValidator validator =
                new ChainValidator(Zone.LOCALHOST, List.of(tree.root().read().certificate()));
        return validator.validate(CandidateChain.of(credential.chain()), Expectation.client(at));
    }
}
