package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation;

class TrialTreeTest {
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
    void renewedNodesHaveAFreshKeyAndAnotherDay() {
        TrialTree tree = write();
        Credential before = tree.node(BAMAKO, 1).read();
        Instant nextDay = NOW.plus(Duration.ofHours(30));

        writer(nextDay).renewNodes(tree, PLAN);

        Credential after = tree.node(BAMAKO, 1).read();
        assertThat(after.certificate().getPublicKey())
                .isNotEqualTo(before.certificate().getPublicKey());
        assertThat(validate(tree, before, nextDay)).isInstanceOf(Validation.Rejected.class);
        assertThat(validate(tree, after, nextDay)).isInstanceOf(Validation.Accepted.class);
    }

    private TrialTree write() {
        return writer(NOW).write(PLAN, directory);
    }

    private static TrialTreeWriter writer(Instant now) {
        return new TrialTreeWriter(new CertificateIssuer(Clock.fixed(now, ZoneOffset.UTC), new SecureRandom()));
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
