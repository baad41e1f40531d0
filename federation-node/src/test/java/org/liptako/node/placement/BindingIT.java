package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.BAMAKO;
import static org.liptako.node.placement.TrialCatalogue.CIVIL_REGISTRY;
import static org.liptako.node.placement.TrialCatalogue.NIAMEY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialCatalogue.PARIS;
import static org.liptako.node.placement.TrialCatalogue.TRADE_REGISTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
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
import org.liptako.policy.decision.Verdict;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BindingIT {
    private static final RequestId REQUEST = new RequestId("request-1");

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @AfterEach
    void closeAll() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void aPermittedCopyIsJournaledByBothStates() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);

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
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(CIVIL_REGISTRY, OUAGADOUGOU));

        assertThat(placement.state()).isEqualTo(PlacementState.REFUSED);
        assertThat(placement.standing().reason()).isEqualTo("DENIED");
        assertThat(placement.standing().words().fr()).contains("ML-SOL-2");
        PlacementRefused refusal = mali.journaled(PlacementRefused.class).getFirst();
        assertThat(refusal.rules()).extracting(rule -> rule.id()).contains("ML-SOL-2");
        assertThat(refusal.hostStatement()).isNotNull();
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
    }

    @Test
    void anAuthorisationThatNobodyKeepsARegisterOfIsNamedAndOnceRecordedPermits() {
        TrialNode niger = node(State.NE, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(niger, burkina);
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

    private static AuthorisationRecorded granted(TrialNode node, String reference) {
        Instant now = node.journal.now();
        return new AuthorisationRecorded(
                now, TRADE_REGISTER, "REPLICATE", Country.of(State.BF), "GRANTED", now, null, reference);
    }

    @Test
    void aHostAbroadIsRefusedWithoutAskingAnyone() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, PARIS));

        assertThat(placement.standing().reason()).isEqualTo("DENIED");
        assertThat(placement.standing().words().en()).contains("ML-CLOUD-1");
        assertThat(placement.host()).isEmpty();
    }

    @Test
    void anErasureThatIsDueUnderJudicialHoldIsAConflict() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
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
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
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
    void waitsForASilentHostAndCompletesWhenItIsBack() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = node(State.NE, TrialNode.Means.USUAL);
        introduce(mali, niger);
        niger.fallSilent();

        Placement waiting = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, NIAMEY));
        assertThat(waiting.state()).as(waiting.standing().toString()).isEqualTo(PlacementState.PENDING);
        assertThat(waiting.standing().words().fr()).contains("Niger");
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();

        niger.comeBack();
        mali.meet(niger);
        mali.retry.start();
        mali.retry.answers(State.NE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mali.requests.find(REQUEST).orElseThrow().state() == PlacementState.ACCEPTED);
        assertThat(niger.journaled(PlacementAccepted.class)).hasSize(1);
    }

    @Test
    void refusesAtOnceWhatHomeRefusesByItselfThoughTheHostIsSilent() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = node(State.NE, TrialNode.Means.USUAL);
        introduce(mali, niger);
        niger.fallSilent();

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(CIVIL_REGISTRY, NIAMEY));

        assertThat(placement.state()).isEqualTo(PlacementState.REFUSED);
    }

    @Test
    void theSameRequestAgainDoesNothingTwice() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);

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
    void aHostWhoseClockIsMoreThanAMinuteAwayIsRefused() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina =
                node(State.BF, TrialNode.Means.USUAL.at(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(62))));
        introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("CLOCKS_DIFFER");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
    }

    @Test
    void aHostUnderOtherRulesIsRefusedWithAnAlarmOnBothSides() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL.under(TrialRules.samplesWithoutAes2()));
        introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("RULES_DIFFER");
        assertThat(mali.journaled(AlarmRaised.class))
                .extracting(AlarmRaised::code)
                .containsExactly("RULES_DIFFER");
        assertThat(burkina.journaled(AlarmRaised.class))
                .extracting(AlarmRaised::code)
                .containsExactly("RULES_DIFFER");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
        assertThat(mali.meters
                        .counter("liptako.placement.alarms", "code", "RULES_DIFFER", "about", "BF")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aHostThatJudgesOtherwiseUnderTheSameRulesIsRefusedWithAnAlarm() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL.judgingBy(LenientEngine::new));
        introduce(mali, burkina);

        Placement placement =
                mali.requests.request(mali.operator(), REQUEST, unencrypted(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("FINDINGS_DIFFER");
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
    }

    @Test
    void anEngineThatGivesNoAnswerPermitsNothing() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL.judgingBy(DeadEngine::new));
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("ENGINE_UNAVAILABLE");
        assertThat(mali.ruleSets.engineAnswers()).isFalse();
        assertThat(burkina.ruleSets.engineAnswers()).isTrue();
        assertThat(burkina.journaled(PlacementAccepted.class)).isEmpty();
    }

    @Test
    void aHostEngineThatGivesNoAnswerPermitsNothing() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL.judgingBy(DeadEngine::new));
        introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("ENGINE_UNAVAILABLE");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
    }

    @Test
    void anAcceptanceWhoseAnswerIsLostIsNotMadeTwice() {
        LossyHost.Link link = new LossyHost.Link();
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);
        link.acceptancesReturn = false;

        Placement granted = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(granted.state()).isEqualTo(PlacementState.GRANTED);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
        assertThat(mali.announced).isEmpty();

        link.acceptancesReturn = true;
        Placement accepted = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(accepted.state()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
        assertThat(mali.journaled(PlacementGranted.class)).hasSize(1);
    }

    @Test
    void anOfferWhoseAnswerIsLostIsMadeAnew() {
        LossyHost.Link link = new LossyHost.Link();
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        TrialNode burkina = node(State.BF, TrialNode.Means.USUAL);
        introduce(mali, burkina);
        link.judgementsReturn = false;

        Placement pending = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(pending.state()).isEqualTo(PlacementState.PENDING);

        link.judgementsReturn = true;
        Placement accepted = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(accepted.state()).as(accepted.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(burkina.journaled(PlacementOffered.class)).hasSize(2);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
    }

    @Test
    void anOperatorAsksForItsOwnStateAndItsOwnSite() {
        TrialNode mali = node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = node(State.NE, TrialNode.Means.USUAL);
        introduce(mali, niger);
        Party sikasso = Party.at(new SiteId("ML-SIK-1"), Role.OPERATOR, "1");

        assertThatThrownBy(() -> mali.requests.request(mali.operator(), REQUEST, copy(TRADE_REGISTER, BAMAKO)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OTHER_STATE_DECIDES));
        assertThatThrownBy(() -> mali.requests.request(sikasso, REQUEST, erase(AGGREGATED_HEALTH, BAMAKO)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SITE_NOT_ENTITLED));
        assertThat(mali.requests.find(REQUEST)).isEmpty();
    }

    private TrialNode node(State state, TrialNode.Means means) {
        TrialNode node = new TrialNode(state, means);
        open.push(node);
        return node;
    }

    private static void introduce(TrialNode one, TrialNode other) {
        one.meet(other);
        other.meet(one);
    }

    private static AskedTerms copy(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "REPLICATE", target, "CONTINUITY", null, true, true);
    }

    private static AskedTerms unencrypted(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "REPLICATE", target, "CONTINUITY", null, false, true);
    }

    private static AskedTerms erase(DatasetId dataset, SiteId target) {
        return new AskedTerms(dataset, "ERASE", target, null, null, null, null);
    }
}
