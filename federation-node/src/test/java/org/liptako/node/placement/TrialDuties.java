package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.DischargeDutyRequest;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.Evidence;
import org.liptako.policy.rules.RuleSet;

/** A copy of Mali's at Ouagadougou that both States have granted, and what becomes of its obligations at their nodes. */
final class TrialDuties implements BeforeEachCallback, AfterEachCallback {
    static final String ATTESTATION = "attestation_trimestrielle_du_lieu";
    static final String NOTICE = "aviser_l_autorite_sous_72_heures";
    static final String ENCRYPTION = "chiffrer_avant_l_envoi";
    static final String TWO_SIGNATURES = "double_signature";
    static final String PLAN = "plan_de_migration";
    static final Party MALIAN_OFFICER = Party.of(State.ML, Role.OFFICER, "a-traore");
    static final Party OUAGADOUGOU_OPERATOR = Party.at(OUAGADOUGOU, Role.OPERATOR, "1");

    private final TrialNodes nodes = new TrialNodes();
    private final RuleSet rules = TrialRules.samplesObligingMali(ATTESTATION, NOTICE, ENCRYPTION, TWO_SIGNATURES, PLAN);
    private final TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL.under(rules));
    private final TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL.under(rules));

    @Override
    public void beforeEach(ExtensionContext test) {
        TrialNodes.introduce(mali, burkina);
        grant("request-1");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        nodes.afterEach(test);
    }

    TrialNode mali() {
        return mali;
    }

    TrialNode burkina() {
        return burkina;
    }

    /** Another node, that has heard of nothing. */
    TrialNode niger() {
        return nodes.node(State.NE, TrialNode.Means.USUAL);
    }

    /** The first grant. */
    PlacementGranted granted() {
        return mali.journaled(PlacementGranted.class).getFirst();
    }

    /** Has the copy granted once more. */
    void grant(String request) {
        Placement placement = mali.requests.request(
                mali.operator(), new RequestId(request), TrialTerms.copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        mali.hear(burkina);
        burkina.hear(mali);
    }

    /** The code of the failure, or how the duty stands then. */
    static String outcome(TrialNode node, Party person, Duty duty, String document) {
        return outcome(node, person, request(duty, document).build());
    }

    static String outcome(TrialNode node, Party person, DischargeDutyRequest request) {
        return outcome(node, TrialRegion.of(person), request);
    }

    static String outcome(TrialNode node, Credential person, DischargeDutyRequest request) {
        try (TrialClient client = TrialClient.of(node.server(), person)) {
            return DutyServiceGrpc.newBlockingStub(client.channel())
                    .dischargeDuty(request)
                    .getDuty()
                    .getStatus()
                    .name()
                    .substring("DUTY_STATUS_".length());
        } catch (StatusRuntimeException refused) {
            return ErrorTrailer.codeOf(refused).orElseThrow().name();
        }
    }

    static DischargeDutyRequest.Builder request(Duty duty, String document) {
        String digest = Digest.over(document.getBytes(UTF_8)).hex();
        return DischargeDutyRequest.newBuilder()
                .setDuty(duty.id().value())
                .setEvidence(Evidence.newBuilder().setSha256(digest).setTitle(document));
    }

    static Duty duty(TrialNode node, String code) {
        return duties(node).stream()
                .filter(duty -> duty.code().equals(code) && duty.rule().equals("ML-DEVOIRS-1"))
                .findFirst()
                .orElseThrow();
    }

    static List<Duty> duties(TrialNode node) {
        return node.duties.list(DutyFilter.ALL, DutyPage.first(100));
    }

    static Duties at(TrialNode node, Duration later) {
        return new Duties(node.database.jdbi(), Clock.offset(node.clock, later));
    }
}
