package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.BAMAKO;
import static org.liptako.node.placement.TrialCatalogue.CIVIL_REGISTRY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialCatalogue.PARIS;
import static org.liptako.node.placement.TrialCatalogue.TRADE_REGISTER;
import static org.liptako.node.placement.TrialTerms.copy;
import static org.liptako.node.placement.TrialTerms.erase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.policy.decision.Verdict;

/** What two States agree and refuse when everything works. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BindingIT {
    private static final RequestId REQUEST = new RequestId("request-1");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    @Test
    void aPermittedCopyIsJournaledByBothStates() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        PlacementOffered offer = burkina.journaled(PlacementOffered.class).getFirst();
        PlacementGranted grant = mali.journaled(PlacementGranted.class).getFirst();
        PlacementAccepted acceptance =
                burkina.journaled(PlacementAccepted.class).getFirst();
        assertThat(acceptance.serial()).isEqualTo(grant.serial());
        assertThat(acceptance.grant()).isEqualTo(grant.grant());
        assertThat(grant.hostStatement()).isEqualTo(offer.hostStatement());
        assertThat(grant.terms()).isEqualTo(offer.terms()).isEqualTo(acceptance.terms());
        assertThat(grant.rules()).extracting(rule -> rule.id()).contains("ML-COPIE-1", "BF-COPIE-1", "AES-2");
        assertThat(mali.announced).isEqualTo(burkina.announced).hasSize(1);
        assertThat(mali.announced.getFirst().obligations()).contains("chiffrer_avant_l_envoi");
    }

    @Test
    void theCivilRegistryIsRefusedByTheRuleThatKeepsItAtHome() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(CIVIL_REGISTRY, OUAGADOUGOU));

        assertThat(placement.state()).isEqualTo(PlacementState.REFUSED);
        assertThat(placement.standing().reason()).isEqualTo("DENIED");
        assertThat(placement.standing().words().fr()).contains("ML-SOL-2 (").contains(", article ");
        assertThat(placement.standing().words().en()).contains("ML-SOL-2 (").contains(", article ");
        PlacementRefused refusal = mali.journaled(PlacementRefused.class).getFirst();
        assertThat(refusal.rules()).extracting(rule -> rule.id()).contains("ML-SOL-2");
        assertThat(refusal.hostStatement()).isNotNull();
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
    }

    @Test
    void anAuthorisationThatNobodyKeepsARegisterOfIsNamedAndOnceRecordedPermits() {
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(niger, burkina);
        burkina.journal.append(granted(burkina, "CIL 14/2026"));

        Placement unknown = niger.requests.request(niger.operator(), REQUEST, copy(TRADE_REGISTER, OUAGADOUGOU));
        assertThat(unknown.standing().reason()).isEqualTo("FACTS_MISSING");
        assertThat(unknown.ruling().orElseThrow().decision())
                .satisfies(decision -> assertThat(decision.missing()).containsExactly("authorisation.HAPDP"));

        niger.journal.append(new RegisterDeclared(niger.journal.now(), Register.AUTHORISATIONS, true));
        Placement notFiled =
                niger.requests.request(niger.operator(), new RequestId("request-2"), copy(TRADE_REGISTER, OUAGADOUGOU));
        assertThat(notFiled.standing().reason()).isEqualTo("DENIED");

        niger.journal.append(granted(niger, "HAPDP 7/2026"));
        Placement permitted =
                niger.requests.request(niger.operator(), new RequestId("request-3"), copy(TRADE_REGISTER, OUAGADOUGOU));
        assertThat(permitted.state()).as(permitted.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
    }

    @Test
    void aStateThatIsNotBelievedGetsNoGrantAndTheTrustStateIsCited() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);
        SignedTrustState first = TrialTrust.next(null, Set.of());
        assertThat(mali.trust.take(List.of(first, TrialTrust.next(first, Set.of(State.BF))), List.of()))
                .isEmpty();

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.state()).isEqualTo(PlacementState.REFUSED);
        assertThat(placement.standing().reason()).isEqualTo("STATE_DISTRUSTED");
        assertThat(placement.standing().words().fr()).contains("état de confiance n° 2 révoque");
        assertThat(placement.standing().words().en()).contains("trust state 2 revokes");
        assertThat(mali.journaled(PlacementRefused.class)).hasSize(1);
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
        assertThat(burkina.journaled(PlacementOffered.class))
                .as("nobody was asked")
                .isEmpty();
    }

    @Test
    void aHostAbroadIsRefusedWithoutAskingAnyone() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, PARIS));

        assertThat(placement.standing().reason()).isEqualTo("DENIED");
        assertThat(placement.standing().words().en()).contains("ML-CLOUD-1");
        assertThat(placement.host()).isEmpty();
    }

    @Test
    void anErasureThatIsDueUnderJudicialHoldIsAConflict() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        mali.journal.append(new RetentionRecorded(
                mali.journal.now(), AGGREGATED_HEALTH, mali.journal.now().minus(Duration.ofDays(1))));
        mali.journal.append(new HoldRecorded(mali.journal.now(), AGGREGATED_HEALTH, true, "TGI Bamako 12/2026"));

        Placement placement = mali.requests.request(mali.operator(), REQUEST, erase(AGGREGATED_HEALTH, BAMAKO));

        assertThat(placement.standing().reason()).isEqualTo("CONFLICT");
        assertThat(placement.ruling().orElseThrow().decision()).satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Verdict.CONFLICT);
            assertThat(decision.obligedBy()).contains("ML-FIN-1");
        });
    }

    @Test
    void anErasureAtHomeIsGrantedWithoutAnotherState() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        mali.journal.append(new RegisterDeclared(mali.journal.now(), Register.HOLDS, true));
        mali.journal.append(new RetentionRecorded(
                mali.journal.now(), AGGREGATED_HEALTH, mali.journal.now().minus(Duration.ofDays(1))));

        Placement placement = mali.requests.request(mali.operator(), REQUEST, erase(AGGREGATED_HEALTH, BAMAKO));

        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(mali.announced).hasSize(1);
        assertThat(mali.journaled(PlacementGranted.class).getFirst().versionRoot())
                .isNull();
    }

    @Test
    void theSameRequestAgainDoesNothingTwice() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);

        Placement once = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        Placement again = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(again).isEqualTo(once);
        assertThat(mali.journaled(PlacementGranted.class)).hasSize(1);
        assertThat(burkina.journaled(PlacementOffered.class)).hasSize(1);
        assertThatThrownBy(() -> mali.requests.request(mali.operator(), REQUEST, copy(CIVIL_REGISTRY, OUAGADOUGOU)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NAME_TAKEN));
    }

    @Test
    void anOperatorAsksForItsOwnStateAndItsOwnSite() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, niger);
        Party sikasso = Party.at(new SiteId("ML-SIK-1"), Role.OPERATOR, "1");

        assertThatThrownBy(() -> mali.requests.request(mali.operator(), REQUEST, copy(TRADE_REGISTER, BAMAKO)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OTHER_STATE_DECIDES));
        assertThatThrownBy(() -> mali.requests.request(sikasso, REQUEST, erase(AGGREGATED_HEALTH, BAMAKO)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SITE_NOT_ENTITLED));
        assertThat(mali.requests.find(REQUEST)).isEmpty();
    }

    private static AuthorisationRecorded granted(TrialNode node, String reference) {
        Instant now = node.journal.now();
        return new AuthorisationRecorded(
                now, TRADE_REGISTER, "REPLICATE", Country.of(State.BF), "GRANTED", now, null, reference);
    }
}
