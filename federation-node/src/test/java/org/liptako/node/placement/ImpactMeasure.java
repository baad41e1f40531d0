package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.held.TrialHoldings.BAMAKO;
import static org.liptako.node.placement.held.TrialHoldings.CLOCK;
import static org.liptako.node.placement.held.TrialHoldings.NOW;
import static org.liptako.node.placement.held.TrialHoldings.PARIS;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.placement.held.TrialHoldings;
import org.liptako.node.placement.impact.ImpactDesk;
import org.liptako.node.placement.impact.ImpactKind;
import org.liptako.node.placement.impact.ImpactQuestion;
import org.liptako.node.placement.impact.ImpactReport;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.RuleProposal;
import org.liptako.node.rulebook.RuleSets;

/** How long proposed rules take to weigh on 100,000 copies in a PostgreSQL registry: into {@code target/measures/impact.md}. */
@Tag("measure")
class ImpactMeasure {
    private static final int DATASETS = 33_334;
    private static final int ROUNDS = 3;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void ofAHundredThousandCopies() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "| weighing | seconds | of processor, in the node | copies | lose their ground |",
                "|---|---|---|---|---|"));
        try (TrialHoldings holdings = new TrialHoldings()) {
            fill(holdings);
            RuleSets rules = new RuleSets(TrialProposal.inForce(), CLOCK);
            PendingRequests pending = new PlacementFactory()
                    .pendingRequests(holdings.jdbi(), new Knowledge(holdings.registry, holdings.registers));
            try (ImpactDesk desk = new ImpactDesk(holdings.copies, pending, rules, Optional::empty, CLOCK)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    long begun = System.nanoTime();
                    long processor = PROCESS.getProcessCpuTime();
                    ImpactReport report = desk.weigh(
                            new ImpactQuestion(
                                    new RuleProposal(Set.of(), List.of(TrialProposal.proposed()))
                                            .over(rules.inForce(), new LoadedRules()),
                                    NOW,
                                    NOW.plus(Duration.ofDays(365)),
                                    Optional.empty()),
                            () -> false);
                    Duration took = Duration.ofNanos(System.nanoTime() - begun);
                    Duration worked = Duration.ofNanos(PROCESS.getProcessCpuTime() - processor);
                    rows.add(row(round, took, worked, report));
                    assertThat(report.counts().weighed()).isEqualTo(3L * DATASETS);
                    assertThat(report.counts().linesLeftOff()).isZero();
                }
            }
        }
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("impact.md"), rows);
    }

    private static String row(int round, Duration took, Duration worked, ImpactReport report) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %,d | %,d |",
                round == 1 ? "first of the process" : Integer.toString(round),
                took.toMillis() / 1e3,
                worked.toMillis() / 1e3,
                report.counts().weighed(),
                report.copies().stream()
                        .filter(copy -> copy.change().kind() != ImpactKind.LAWFUL)
                        .count());
    }

    /** A dataset with a copy at home, one abroad and one that another State was granted, and as many again as it takes. */
    private static void fill(TrialHoldings holdings) {
        DatasetId model = holdings.dataset("ML-DS-MODEL", "RESTRICTED", "Ministère de la santé");
        holdings.foundAt(model, BAMAKO);
        holdings.foundAt(model, PARIS);
        GrantSerial grant = holdings.sealed(model, true);
        holdings.authorised(model, NOW.plus(Duration.ofDays(100)));
        holdings.jdbi().useHandle(handle -> multiply(handle, model, grant));
    }

    private static void multiply(Handle handle, DatasetId model, GrantSerial grant) {
        handle.createUpdate("""
                        INSERT INTO registry_statement
                        SELECT kind,
                               replace(replace(subject, :model, 'ML-DS-' || n), :grant, 'ML-' || lpad(to_hex(n + 1000000), 32, '0')),
                               place, said_by, authoritative,
                               replace(replace(replace(value, :model, 'ML-DS-' || n), :grant, 'ML-' || lpad(to_hex(n + 1000000), 32, '0')),
                                       'RESTRICTED', (ARRAY ['RESTRICTED', 'INTERNAL', 'PUBLIC'])[n % 3 + 1]),
                               journal_index, held_from, held_to, known_from, known_to
                        FROM registry_statement, generate_series(1, :datasets) AS n
                        WHERE known_to = 'infinity' AND subject IN (:model, :grant)
                        """)
                .bind("model", model.value())
                .bind("grant", grant.value())
                .bind("datasets", DATASETS)
                .execute();
        handle.createUpdate("DELETE FROM registry_statement WHERE subject IN (:model, :grant)")
                .bind("model", model.value())
                .bind("grant", grant.value())
                .execute();
        handle.execute("ANALYZE registry_statement");
    }
}
