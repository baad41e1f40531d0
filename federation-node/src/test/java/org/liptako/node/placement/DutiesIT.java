package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.DischargeDutyRequest;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.Evidence;
import org.liptako.placement.v1.ListDutiesRequest;
import org.liptako.placement.v1.ListDutiesResponse;
import org.liptako.policy.rules.RuleSet;

/** What becomes of the obligations of a copy of Mali's at Ouagadougou, at both States' nodes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DutiesIT {
    private static final String ATTESTATION = "attestation_trimestrielle_du_lieu";
    private static final String NOTICE = "aviser_l_autorite_sous_72_heures";
    private static final String ENCRYPTION = "chiffrer_avant_l_envoi";
    private static final String TWO_SIGNATURES = "double_signature";
    private static final String PLAN = "plan_de_migration";
    private static final Party MALIAN_OFFICER = Party.of(State.ML, Role.OFFICER, "a-traore");
    private static final Party OUAGADOUGOU_OPERATOR = Party.at(OUAGADOUGOU, Role.OPERATOR, "1");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    private TrialNode mali;
    private TrialNode burkina;
    private Instant act;

    @BeforeEach
    void aCopyIsGranted() {
        RuleSet rules = TrialRules.samplesObligingMali(ATTESTATION, NOTICE, ENCRYPTION, TWO_SIGNATURES, PLAN);
        mali = nodes.node(State.ML, TrialNode.Means.USUAL.under(rules));
        burkina = nodes.node(State.BF, TrialNode.Means.USUAL.under(rules));
        TrialNodes.introduce(mali, burkina);
        grant("request-1");
        act = mali.journaled(PlacementGranted.class).getFirst().at();
    }

    @Test
    void bothStatesListTheSameDutiesWithTheirDaysAndTheirDebtors() {
        assertThat(duties(mali)).isEqualTo(duties(burkina));
        Duty attestation = duty(mali, ATTESTATION);
        assertThat(attestation.status()).isEqualTo(DutyStatus.OPEN);
        assertThat(attestation.debtor().words().fr()).isEqualTo("l'exploitant de BF-OUA-1");
        assertThat(attestation.due())
                .contains(act.atOffset(ZoneOffset.UTC)
                        .plusMonths(3)
                        .plusDays(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant());
        assertThat(attestation.law())
                .hasValueSatisfying(law -> assertThat(law.legalBasis()).containsExactly("Loi d'essai, article 7"));
        Duty notice = duty(mali, NOTICE);
        assertThat(notice.due()).contains(act.plus(Duration.ofDays(3)));
        assertThat(notice.debtor().words().en()).isEqualTo("the legal officers of Mali");
        assertThat(duty(mali, PLAN).due()).isEmpty();
        assertThat(duty(mali, PLAN).debtor().site()).contains(TrialCatalogue.BAMAKO);
    }

    @Test
    void whatTheNodeKeepsIsNobodysTask() {
        Duty encryption = duty(mali, ENCRYPTION);

        assertThat(encryption.status()).isEqualTo(DutyStatus.KEPT);
        assertThat(encryption.keptBy())
                .hasValueSatisfying(words -> assertThat(words.fr()).contains("version chiffrée"));
        assertThat(outcome(mali, mali.operator(), encryption, "preuve")).isEqualTo("DUTY_NOT_OWED");
    }

    @Test
    void nothingIsOwedBeforeTheHostsAcceptanceIsKnown() {
        TrialNode niger = nodes.node(State.NE, TrialNode.Means.USUAL);
        niger.hear(mali);
        assertThat(duties(niger)).isEmpty();

        niger.hear(burkina);
        assertThat(duties(niger)).isEqualTo(duties(mali));
    }

    @Test
    void aGrantThatIsWithdrawnBeforeAnythingCameUnderItTakesItsDutiesWithItAtOnce() {
        PlacementGranted grant = mali.journaled(PlacementGranted.class).getFirst();
        assertThat(duties(mali)).isNotEmpty();

        mali.journal.append(new GrantWithdrawn(
                mali.journal.now(),
                grant.serial(),
                grant.terms().dataset(),
                grant.terms().targetSite(),
                JudgingCause.RULES,
                grant.ruleSet(),
                grant.decision(),
                List.of(),
                new Sentence("Refusé.", "Refused.")));
        burkina.hear(mali);

        assertThat(duties(mali)).isEmpty();
        assertThat(duties(burkina)).isEmpty();
    }

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

        Stream.of(act.minusSeconds(1), Instant.now().plusSeconds(3600))
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
    void aDutyIsOverdueByTheClockAndListedFirst() {
        Duties later = at(mali, Duration.ofHours(73));

        assertThat(later.list(DutyFilter.ALL, DutyPage.first(1)))
                .extracting(Duty::code, Duty::status)
                .containsExactly(tuple(NOTICE, DutyStatus.OVERDUE));
        assertThat(later.counts()).containsEntry(DutyStatus.OVERDUE, 1L);
        assertThat(mali.duties.counts()).doesNotContainKey(DutyStatus.OVERDUE);
        assertThat(mali.meters
                        .get("liptako.duties")
                        .tag("status", "open")
                        .gauge()
                        .value())
                .isEqualTo((double) mali.duties.counts().getOrDefault(DutyStatus.OPEN, 0L));
    }

    @Test
    void anotherGrantForTheCopyGoesOnWithItsDutiesAndItsErasureEndsThem() {
        Duty before = duty(burkina, ATTESTATION);
        grant("request-2");
        assertThat(duty(burkina, ATTESTATION)).isEqualTo(before);
        assertThat(duties(burkina))
                .extracting(Duty::code)
                .filteredOn(NOTICE::equals)
                .hasSize(2);

        GrantSerial serial = mali.journaled(PlacementGranted.class).getLast().serial();
        burkina.journal.append(new ReplicaErased(burkina.journal.now(), serial, AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(duties(burkina)).extracting(Duty::code).contains(NOTICE).doesNotContain(ATTESTATION, ENCRYPTION);
    }

    @Test
    void aCopyThatIsJudgedAnewOwesWhatItsGrantHasNotAskedForAlready() {
        PlacementGranted grant = mali.journaled(PlacementGranted.class).getFirst();
        List<Duty> before = duties(mali);
        mali.journal.append(judged(grant, OUAGADOUGOU));
        assertThat(duties(mali)).isEqualTo(before);

        mali.journal.append(judged(grant, TrialCatalogue.NIAMEY));

        assertThat(duties(mali))
                .filteredOn(duty -> duty.about().site().equals(TrialCatalogue.NIAMEY))
                .extracting(Duty::code)
                .contains(ATTESTATION, NOTICE, PLAN)
                .doesNotContain(ENCRYPTION);
    }

    @Test
    void whatAnotherNodeWritesNeverStopsTheReading() {
        PlacementGranted grant = mali.journaled(PlacementGranted.class).getFirst();
        ObjectNode decision = grant.decision().deepCopy();
        decision.withArray("obligations").addObject().put("code", "a\u0000b").put("rule", "ML-\u0000");
        List<Duty> before = duties(mali);

        mali.database
                .jdbi()
                .useTransaction(handle -> Stream.of(Instant.MIN, Instant.MAX)
                        .forEach(extreme -> new DutyProjection()
                                .apply(
                                        handle,
                                        State.ML,
                                        extreme.isBefore(act) ? 1_000 : 1_001,
                                        new PlacementGranted(
                                                extreme,
                                                new GrantSerial("ML-" + "0".repeat(32)),
                                                grant.request(),
                                                grant.terms(),
                                                grant.versionRoot(),
                                                extreme,
                                                grant.ruleSet(),
                                                decision,
                                                grant.rules(),
                                                grant.homeStatement(),
                                                grant.hostStatement(),
                                                grant.grant(),
                                                grant.requestingSite()),
                                        act)));

        assertThat(duties(mali)).as("never accepted").isEqualTo(before);
    }

    @Test
    void theRebuiltRegisterEqualsTheLiveOne() {
        outcome(mali, MALIAN_OFFICER, duty(mali, NOTICE), "récépissé");
        outcome(burkina, OUAGADOUGOU_OPERATOR, duty(burkina, ATTESTATION), "attestation 1");
        mali.hear(burkina);
        List<String> live = rows(mali);
        List<Duty> listed = duties(mali);

        List<JournalProjection> projections = List.of(new RegistryProjection(), new DutyProjection());
        new JournalReplay(mali.database.jdbi(), projections).run();

        assertThat(live).hasSizeGreaterThan(8);
        assertThat(rows(mali)).isEqualTo(live);
        assertThat(duties(mali)).isEqualTo(listed);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        try (TrialClient client = TrialClient.of(mali.server(), TrialRegion.of(MALIAN_OFFICER))) {
            var service = DutyServiceGrpc.newBlockingStub(client.channel());
            ListDutiesRequest.Builder request = ListDutiesRequest.newBuilder().setPageSize(2);
            ListDutiesResponse.Builder all = ListDutiesResponse.newBuilder();
            do {
                ListDutiesResponse page = service.listDuties(request.build());
                all.mergeFrom(page);
                request.setPageToken(page.getNextPageToken());
            } while (!request.getPageToken().isEmpty());

            assertThat(all.getDutiesList())
                    .extracting(org.liptako.placement.v1.Duty::getId)
                    .containsExactlyElementsOf(
                            duties(mali).stream().map(duty -> duty.id().value()).toList());
            assertThatThrownBy(() -> service.listDuties(
                            ListDutiesRequest.newBuilder().setPageToken("x").build()))
                    .hasMessageContaining("page_token");
        }
    }

    private static CopyJudged judged(PlacementGranted grant, SiteId site) {
        return new CopyJudged(
                grant.at().plusSeconds(1),
                AGGREGATED_HEALTH,
                site,
                "PERMIT",
                JudgingCause.RULES,
                grant.ruleSet(),
                grant.decision(),
                grant.rules(),
                new Sentence("permise", "permitted"),
                null);
    }

    private void grant(String request) {
        Placement placement = mali.requests.request(
                mali.operator(), new RequestId(request), TrialTerms.copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
        mali.hear(burkina);
        burkina.hear(mali);
    }

    /** The code of the failure, or how the duty stands then. */
    private static String outcome(TrialNode node, Party person, Duty duty, String document) {
        return outcome(node, person, request(duty, document).build());
    }

    private static String outcome(TrialNode node, Party person, DischargeDutyRequest request) {
        try (TrialClient client = TrialClient.of(node.server(), TrialRegion.of(person))) {
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

    private static DischargeDutyRequest.Builder request(Duty duty, String document) {
        String digest = Digest.over(document.getBytes(UTF_8)).hex();
        return DischargeDutyRequest.newBuilder()
                .setDuty(duty.id().value())
                .setEvidence(Evidence.newBuilder().setSha256(digest).setTitle(document));
    }

    private static Duty duty(TrialNode node, String code) {
        return duties(node).stream()
                .filter(duty -> duty.code().equals(code) && duty.rule().equals("ML-DEVOIRS-1"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Duty> duties(TrialNode node) {
        return node.duties.list(DutyFilter.ALL, DutyPage.first(100));
    }

    private static Duties at(TrialNode node, Duration later) {
        return new Duties(node.database.jdbi(), Clock.offset(node.clock, later));
    }

    private static List<String> rows(TrialNode node) {
        return node.database
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT g::text FROM duty_ground g UNION ALL SELECT a::text FROM duty_acceptance a
                        UNION ALL SELECT c::text FROM duty_copy c UNION ALL SELECT d::text FROM duty_discharge d ORDER BY 1
                        """).mapTo(String.class).list());
    }
}
