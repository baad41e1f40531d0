package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialDuties.ATTESTATION;
import static org.liptako.node.placement.TrialDuties.MALIAN_OFFICER;
import static org.liptako.node.placement.TrialDuties.NOTICE;
import static org.liptako.node.placement.TrialDuties.OUAGADOUGOU_OPERATOR;
import static org.liptako.node.placement.TrialDuties.TWO_SIGNATURES;
import static org.liptako.node.placement.TrialDuties.at;
import static org.liptako.node.placement.TrialDuties.duty;
import static org.liptako.node.placement.TrialDuties.outcome;
import static org.liptako.node.placement.TrialDuties.request;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.DischargeDutyRequest;

/** Who owes a duty discharges it, with a document, and nobody else. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DischargesIT {
    @RegisterExtension
    final TrialDuties trial = new TrialDuties();

    private final TrialNode mali = trial.mali();
    private final TrialNode burkina = trial.burkina();

    @Test
    void aDutyIsDischargedOnceByWhoOwesItAndBothStatesSeeIt() {
        Duty notice = duty(mali, NOTICE);

        assertThat(outcome(mali, MALIAN_OFFICER, notice, "récépissé")).isEqualTo("DISCHARGED");
        assertThat(outcome(mali, MALIAN_OFFICER, notice, "récépissé"))
                .as("the same again")
                .isEqualTo("DISCHARGED");
        assertThat(outcome(mali, MALIAN_OFFICER, notice, "another document")).isEqualTo("DUTY_NOT_OWED");

        assertThat(mali.journaled(DutyDischarged.class)).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo(MALIAN_OFFICER.toString());
            assertThat(event.evidence().title()).isEqualTo("récépissé");
        });
        burkina.hear(mali);
        assertThat(duty(burkina, NOTICE).status()).isEqualTo(DutyStatus.DISCHARGED);
        assertThat(duty(burkina, NOTICE)).isEqualTo(duty(mali, NOTICE));
    }

    @Test
    void nobodyElseDischargesIt() {
        Duty attestation = duty(burkina, ATTESTATION);

        assertThat(outcome(mali, mali.operator(), attestation, "d")).isEqualTo("OTHER_STATE_DECIDES");
        assertThat(outcome(burkina, mali.operator(), attestation, "d")).isEqualTo("STATE_NOT_ENTITLED");
        assertThat(outcome(burkina, Party.of(State.BF, Role.OFFICER, "x"), attestation, "d"))
                .isEqualTo("ROLE_NOT_ENTITLED");
        assertThat(outcome(burkina, Party.of(State.BF, Role.REGULATOR, "x"), attestation, "d"))
                .isEqualTo("ROLE_NOT_ENTITLED");
        assertThat(outcome(burkina, Party.at(new SiteId("BF-BOB-1"), Role.OPERATOR, "1"), attestation, "d"))
                .isEqualTo("SITE_NOT_ENTITLED");
        assertThat(burkina.journaled(DutyDischarged.class)).isEmpty();
    }

    @Test
    void neitherBeforeTheActNorInTheFutureNorWithoutADocument() {
        DischargeDutyRequest request = request(duty(burkina, ATTESTATION), "d").build();

        Stream.of(trial.granted().at().minusSeconds(1), Instant.now().plusSeconds(3600))
                .forEach(doneAt -> assertThat(outcome(
                                burkina,
                                OUAGADOUGOU_OPERATOR,
                                request.toBuilder().setDoneAt(doneAt.toString()).build()))
                        .isEqualTo("INVALID_REQUEST"));
        assertThat(outcome(
                        burkina,
                        OUAGADOUGOU_OPERATOR,
                        request.toBuilder().clearEvidence().build()))
                .isEqualTo("LIMIT_BROKEN");
    }

    @Test
    void aDutyThatRecursIsDueAgainAfterEachDischargeAndADocumentServesOnce() {
        Duty attestation = duty(burkina, ATTESTATION);
        Instant first = attestation.due().orElseThrow();

        assertThat(outcome(burkina, OUAGADOUGOU_OPERATOR, attestation, "attestation 1"))
                .isEqualTo("OPEN");
        assertThat(outcome(burkina, Party.at(OUAGADOUGOU, Role.OPERATOR, "2"), attestation, "attestation 1"))
                .isEqualTo("DUTY_NOT_OWED");
        Duty after = duty(burkina, ATTESTATION);
        assertThat(after.due().orElseThrow()).isAfterOrEqualTo(first);
        assertThat(after.discharges()).hasSize(1);
        assertThat(at(burkina, Duration.ofDays(94)).list(DutyFilter.of(Set.of(DutyStatus.OVERDUE)), DutyPage.first(9)))
                .extracting(Duty::code)
                .contains(ATTESTATION);
    }

    @Test
    void twoSignaturesAreThoseOfTwoPeople() {
        Duty signatures = duty(mali, TWO_SIGNATURES);

        assertThat(outcome(mali, MALIAN_OFFICER, signatures, "act")).isEqualTo("OPEN");
        assertThat(outcome(mali, Party.of(State.ML, Role.OFFICER, "f-keita"), signatures, "act"))
                .isEqualTo("DISCHARGED");
    }

    @Test
    void neitherTwoNamesOnOneKeyNorTwoCertificatesOfOneNameAreTwoPeople() {
        DischargeDutyRequest act = request(duty(mali, TWO_SIGNATURES), "act").build();
        KeyPair key = TrialRegion.newKey(MALIAN_OFFICER);

        assertThat(outcome(mali, TrialRegion.of(MALIAN_OFFICER, key), act)).isEqualTo("OPEN");
        assertThat(outcome(mali, TrialRegion.of(MALIAN_OFFICER), act))
                .as("another certificate, of another key")
                .isEqualTo("OPEN");
        assertThat(outcome(mali, TrialRegion.of(Party.of(State.ML, Role.OFFICER, "f-keita"), key), act))
                .as("another name on the same key")
                .isEqualTo("OPEN");
        assertThat(mali.journaled(DutyDischarged.class)).hasSize(1);
    }

    @Test
    void whatTwoNamesOnOneKeyHaveSaidInAJournalDischargesNothing() {
        Duty signatures = duty(mali, TWO_SIGNATURES);
        assertThat(outcome(mali, MALIAN_OFFICER, signatures, "act")).isEqualTo("OPEN");
        DutyDischarged said = mali.journaled(DutyDischarged.class).getFirst();

        mali.journal.append(by(said, "ML officer f-keita", "another certificate", said.key()));
        assertThat(duty(mali, TWO_SIGNATURES).status()).isEqualTo(DutyStatus.OPEN);
        mali.journal.append(by(said, "ML officer f-keita", "another certificate", "another key"));
        assertThat(duty(mali, TWO_SIGNATURES).status())
                .as("who bears both names and both keys is one person")
                .isEqualTo(DutyStatus.OPEN);
        mali.journal.append(by(said, "ML officer s-diarra", "a third certificate", "another key"));
        assertThat(duty(mali, TWO_SIGNATURES).status())
                .as("one key with the other name")
                .isEqualTo(DutyStatus.OPEN);
        mali.journal.append(by(said, "ML officer o-sidibe", "a fourth certificate", "a third key"));
        assertThat(duty(mali, TWO_SIGNATURES).status()).isEqualTo(DutyStatus.DISCHARGED);
    }

    private static DutyDischarged by(DutyDischarged said, String person, String certificate, @Nullable String key) {
        return new DutyDischarged(
                said.at(),
                said.duty(),
                said.dataset(),
                said.source(),
                said.rule(),
                said.code(),
                said.doneAt(),
                person,
                certificate,
                key,
                said.evidence(),
                said.note());
    }
}
