package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.Signatory;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.ExternalErasureStatement;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;

/** The erasure of a copy abroad takes two people, however many certificates, names and roles they have. */
class EvidenceDeskIT {
    private static final CampaignKey COPY =
            new CampaignKey(CampaignSteps.CAMPAIGN, RegistryFixture.HEALTH, RegistryFixture.ABROAD);
    private static final Party TRAORE = Party.of(State.ML, Role.OFFICER, "a-traore");
    private static final Party KEITA = Party.of(State.ML, Role.OFFICER, "f-keita");

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(
            database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection(), new CampaignProjection()));
    private final EvidenceDesk desk = new EvidenceDesk(
            database.jdbi(),
            journal,
            TrialTrust.of(TrialRegion.node(State.ML, Clock.systemUTC()), TrialRegion.emptyDirectory()));

    @BeforeEach
    void seal() {
        CampaignSteps steps = new CampaignSteps(journal);
        journal.append(
                new CopyRecorded(journal.now(), RegistryFixture.HEALTH, RegistryFixture.ABROAD, CopyStanding.EXTERNAL));
        List.of(steps.opened(), steps.planned(), steps.started(), steps.proved(), steps.sealed())
                .forEach(journal::append);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoNamesOnOneKeyAreOnePerson() {
        KeyPair key = TrialRegion.newKey(TRAORE);
        assertThat(afterWordOf(TRAORE, TrialRegion.of(TRAORE, key))).isEqualTo(RepatriationStage.SEALED);
        assertToldOfOnePerson(KEITA, TrialRegion.of(KEITA, key));
        assertThat(signatures()).hasSize(1);
        assertThat(afterWordOf(KEITA, TrialRegion.of(KEITA))).isEqualTo(RepatriationStage.DONE);
    }

    @Test
    void twoCertificatesOfOneNameAreOnePersonInWhicheverRole() {
        Party inOtherRole = Party.at(RegistryFixture.BAMAKO, Role.OPERATOR, "a-traore");
        assertThat(afterWordOf(TRAORE, TrialRegion.of(TRAORE))).isEqualTo(RepatriationStage.SEALED);
        assertThat(afterWordOf(TRAORE, TrialRegion.of(TRAORE))).isEqualTo(RepatriationStage.SEALED);
        assertToldOfOnePerson(inOtherRole, TrialRegion.of(inOtherRole));
        assertThat(signatures()).hasSize(1);
    }

    @Test
    void nobodySignsWithAKeyThatTheyDoNotCallWith() {
        Caller caller = caller(TRAORE, TrialRegion.of(TRAORE));
        EvidenceDesk.Word word = word(TrialRegion.of(TRAORE));
        assertThatThrownBy(() -> desk.sign(caller, word))
                .hasMessageStartingWith("STATEMENT_INVALID")
                .hasMessageContaining("another key");
    }

    private void assertToldOfOnePerson(Party person, Credential credential) {
        assertThatThrownBy(() -> afterWordOf(person, credential))
                .hasMessageStartingWith("STATEMENT_INVALID")
                .hasMessageContaining("is the same person, by name or by key, as \"" + TRAORE);
    }

    private RepatriationStage afterWordOf(Party person, Credential credential) {
        desk.sign(caller(person, credential), word(credential));
        return database.jdbi()
                .withHandle(handle -> new CampaignStore().copy(handle, COPY))
                .orElseThrow()
                .stage();
    }

    private List<ErasureSignature> signatures() {
        return database.jdbi().withHandle(handle -> new CampaignStore().signatures(handle, COPY.campaign()));
    }

    private static EvidenceDesk.Word word(Credential credential) {
        byte[] statement = ExternalErasureStatement.of(
                        COPY.campaign(), COPY.dataset(), COPY.site(), CampaignSteps.DOCUMENT, "Procès-verbal")
                .toJson();
        return new EvidenceDesk.Word(
                COPY, CampaignSteps.DOCUMENT, "Procès-verbal", QuorumSigner.sign(statement, credential, Instant.now()));
    }

    private static Caller caller(Party person, Credential credential) {
        try {
            byte[] certificate = credential.certificate().getEncoded();
            return new Caller(person, Digest.over(certificate).hex(), Signatory.keyOf(credential.certificate()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
