package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.CIVIL_REGISTRY;
import static org.liptako.node.placement.TrialCatalogue.NIAMEY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;
import static org.liptako.node.placement.TrialTerms.unencrypted;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.name.State;

/** What becomes of a request when the host, its clock, its rules, an engine or the link fails. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BindingUnderFailureIT {
    private static final RequestId REQUEST = new RequestId("request-1");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    @Test
    void waitsForASilentHostAndCompletesWhenItIsBack() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, niger);
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
    void aRequestThatFailsEveryTimeGivesItsTurnToOthers() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        mali.hear(niger);
        // Nobody has introduced Niger's node, so that asking it fails, and not by its silence.
        assertThatIllegalStateException()
                .isThrownBy(() -> mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, NIAMEY)));

        mali.retry.start();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mali.database
                                .jdbi()
                                .withHandle(handle -> handle.createQuery(
                                                "SELECT count(*) FROM placement_request WHERE next_try > now() + interval '30 s'")
                                        .mapTo(Integer.class)
                                        .one())
                        == 1);
    }

    @Test
    void anAlarmIsJournaledOnceThoughItIsRaisedAgainAtOnce() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.under(TrialRules.samplesWithoutAes2()));
        TrialNodes.introduce(mali, burkina);

        for (String request : List.of("request-1", "request-2", "request-3")) {
            mali.requests.request(mali.operator(), new RequestId(request), copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        }

        assertThat(burkina.journaled(AlarmRaised.class)).hasSize(1);
        assertThat(burkina.meters
                        .counter("liptako.placement.alarms", "code", "RULES_DIFFER", "about", "ML")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void refusesAtOnceWhatHomeRefusesByItselfThoughTheHostIsSilent() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, niger);
        niger.fallSilent();

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(CIVIL_REGISTRY, NIAMEY));

        assertThat(placement.state()).isEqualTo(PlacementState.REFUSED);
    }

    @Test
    void aHostWhoseClockIsMoreThanAMinuteAwayIsRefused() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina =
                nodes.node(State.BF, TrialNode.Means.USUAL.at(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(62))));
        TrialNodes.introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("CLOCKS_DIFFER");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
    }

    @Test
    void aHostUnderOtherRulesIsRefusedWithAnAlarmOnBothSides() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.under(TrialRules.samplesWithoutAes2()));
        TrialNodes.introduce(mali, burkina);

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
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.judgingBy(LenientEngine::new));
        TrialNodes.introduce(mali, burkina);

        Placement placement =
                mali.requests.request(mali.operator(), REQUEST, unencrypted(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("FINDINGS_DIFFER");
        assertThat(mali.journaled(PlacementGranted.class)).isEmpty();
    }

    @Test
    void anEngineThatGivesNoAnswerPermitsNothing() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.judgingBy(DeadEngine::new));
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("ENGINE_UNAVAILABLE");
        assertThat(mali.ruleSets.engineAnswers()).isFalse();
        assertThat(burkina.ruleSets.engineAnswers()).isTrue();
        assertThat(burkina.journaled(PlacementAccepted.class)).isEmpty();
    }

    @Test
    void aHostEngineThatGivesNoAnswerPermitsNothing() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.judgingBy(DeadEngine::new));
        TrialNodes.introduce(mali, burkina);

        Placement placement = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(placement.standing().reason()).isEqualTo("ENGINE_UNAVAILABLE");
        assertThat(burkina.journaled(PlacementOffered.class)).isEmpty();
    }

    @Test
    void anAcceptanceWhoseAnswerIsLostIsNotMadeTwice() {
        LossyHost.Link link = new LossyHost.Link();
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);
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
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.askingThrough(host -> new LossyHost(host, link)));
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);
        link.judgementsReturn = false;

        Placement pending = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(pending.state()).isEqualTo(PlacementState.PENDING);

        link.judgementsReturn = true;
        Placement accepted = mali.requests.request(mali.operator(), REQUEST, copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(accepted.state()).as(accepted.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(burkina.journaled(PlacementOffered.class)).hasSize(2);
        assertThat(burkina.journaled(PlacementAccepted.class)).hasSize(1);
    }
}
