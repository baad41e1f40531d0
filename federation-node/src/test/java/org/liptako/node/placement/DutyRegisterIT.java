package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialDuties.ATTESTATION;
import static org.liptako.node.placement.TrialDuties.MALIAN_OFFICER;
import static org.liptako.node.placement.TrialDuties.NOTICE;
import static org.liptako.node.placement.TrialDuties.OUAGADOUGOU_OPERATOR;
import static org.liptako.node.placement.TrialDuties.at;
import static org.liptako.node.placement.TrialDuties.duties;
import static org.liptako.node.placement.TrialDuties.duty;
import static org.liptako.node.placement.TrialDuties.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialClient;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.DutyServiceGrpc;
import org.liptako.placement.v1.ListDutiesRequest;
import org.liptako.placement.v1.ListDutiesResponse;

/** The register of duties stands as of the question, page by page, and is the same however it was read from the journals. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DutyRegisterIT {
    @RegisterExtension
    final TrialDuties trial = new TrialDuties();

    private final TrialNode mali = trial.mali();
    private final TrialNode burkina = trial.burkina();

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
    void whatAnotherNodeWritesNeverStopsTheReading() {
        PlacementGranted grant = trial.granted();
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
                                        extreme.isBefore(trial.granted().at()) ? 1_000 : 1_001,
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
                                        trial.granted().at())));

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

    @Test
    void whatIsSecretIsOwedByNobodyToWhomItDoesNotConcern() {
        TrialNode niger = trial.niger();
        niger.hear(mali);
        niger.hear(burkina);
        Party officer = TrialRegion.someone(State.NE, Role.OFFICER);
        Duty notice = duty(niger, NOTICE);
        assertThat(listed(niger, officer)).isNotEmpty();
        assertThat(outcome(niger, officer, notice, "récépissé")).isEqualTo("OTHER_STATE_DECIDES");

        niger.knowsAsSecret(AGGREGATED_HEALTH);
        burkina.knowsAsSecret(AGGREGATED_HEALTH);

        assertThat(listed(niger, officer)).isEmpty();
        assertThat(outcome(niger, officer, notice, "récépissé")).isEqualTo("NOT_KNOWN");
        assertThat(listed(burkina, OUAGADOUGOU_OPERATOR))
                .as("the copy lies on its soil")
                .isEqualTo(listed(mali, MALIAN_OFFICER));
    }

    private static List<String> listed(TrialNode node, Party reader) {
        try (TrialClient client = TrialClient.of(node.server(), TrialRegion.of(reader))) {
            return DutyServiceGrpc.newBlockingStub(client.channel())
                    .listDuties(ListDutiesRequest.getDefaultInstance())
                    .getDutiesList()
                    .stream()
                    .map(org.liptako.placement.v1.Duty::getId)
                    .toList();
        }
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
