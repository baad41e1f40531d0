package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.TrialWatch.BAMAKO;
import static org.liptako.node.placement.watch.TrialWatch.HEALTH;
import static org.liptako.node.placement.watch.TrialWatch.NOW;
import static org.liptako.node.placement.watch.TrialWatch.OUAGADOUGOU;
import static org.liptako.node.placement.watch.TrialWatch.PARIS;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.pki.name.State;

/** Copies are judged again when a fact that they rest on is said to have changed, each once, and no other. */
class WatchIT {
    private final TrialWatch mali = new TrialWatch();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void aReclassificationIsJudgedJournaledOnceAndTakenBackWhenItEnds() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(HEALTH, PARIS);
        mali.look();
        assertThat(mali.journaled(CopyJudged.class)).isEmpty();

        reclassify("CONFIDENTIAL");
        mali.look();
        mali.look();

        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.site()).isEqualTo(PARIS);
            assertThat(judged.verdict()).isEqualTo("DENY");
            assertThat(judged.cause()).isEqualTo(JudgingCause.DATASET);
            assertThat(judged.rules()).extracting(CitedRule::id).containsExactly("ML-SOL");
            assertThat(judged.words().fr()).isEqualTo("Refusé par ML-SOL (Loi de ML-SOL, article 3).");
            assertThat(judged.moveBy()).isEqualTo(NOW);
        });
        assertThat(mali.findings()).containsExactly("ML-DS-007 XX-EU-1 ML DENY");

        reclassify("INTERNAL");
        mali.look();

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(CopyJudged::verdict)
                .containsExactly("DENY", "PERMIT");
        assertThat(mali.findings()).isEmpty();
    }

    @Test
    void eachStateSaysItsOwnWordAndNobodyAnothers() {
        mali.say(
                State.BF,
                new DatasetRecorded(
                        mali.journal.now(),
                        TrialWatch.described(new DatasetId("BF-DS-001"), "CONFIDENTIAL", "HEALTH")));
        mali.copy(new DatasetId("BF-DS-001"), BAMAKO);
        mali.copy(new DatasetId("BF-DS-001"), OUAGADOUGOU);
        mali.look();

        // The copy at Ouagadougou is Burkina Faso's own affair.
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.site()).isEqualTo(BAMAKO);
            assertThat(judged.decision().get("findings").get(0).get("role").asText())
                    .isEqualTo("HOST");
        });
        assertThat(mali.judged()).isEqualTo(1);
    }

    @Test
    void aReclassificationTouchesTheCopiesOfItsDatasetAmongMany() {
        ManyCopies copies = new ManyCopies(mali, 40, 60);
        copies.write();
        mali.look();
        int before = mali.judged();

        copies.reclassify(7, "TOP_SECRET");
        mali.look();

        assertThat(mali.judged() - before).isEqualTo(ManyCopies.OF_EACH);
        assertThat(mali.journaled(CopyJudged.class))
                .hasSize(ManyCopies.OF_EACH)
                .allMatch(judged -> judged.dataset().equals(copies.dataset(7)));
    }

    @Test
    void twoProcessesOfTheStateJudgeEachCopyOnce() throws Exception {
        new ManyCopies(mali, 40, 60).write();
        mali.look();
        int before = mali.judged();
        mali.journal.append(new RegisterDeclared(mali.journal.now(), Register.INCIDENTS, true));

        Watch other = mali.watch(WatchRules.usual());
        try (ExecutorService processes = Executors.newFixedThreadPool(2)) {
            Future<?> one = processes.submit(mali::look);
            Future<?> two = processes.submit(other::look);
            one.get();
            two.get();
        } finally {
            other.close();
        }

        assertThat(mali.judged() - before).isEqualTo(40 * ManyCopies.OF_EACH);
    }

    @Test
    void aSiteThatChangesItsOwnerHasTheCopiesThereJudged() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(HEALTH, OUAGADOUGOU);
        mali.look();
        int before = mali.judged();

        mali.say(State.BF, new SiteRecorded(mali.journal.now(), TrialWatch.site(OUAGADOUGOU, "BF", "FR")));
        mali.look();

        assertThat(mali.judged()).isEqualTo(before + 1);
    }

    @Test
    void aCopyThatIsGoneIsNotSaidToBeThere() {
        mali.dataset(HEALTH.value(), "CONFIDENTIAL", "HEALTH");
        mali.copy(HEALTH, OUAGADOUGOU);
        mali.look();
        assertThat(mali.findings()).containsExactly("ML-DS-007 BF-OUA-1 ML DENY");

        mali.say(
                State.BF,
                new ReplicaErased(mali.journal.now(), new GrantSerial("ML-" + "0".repeat(32)), HEALTH, OUAGADOUGOU));
        mali.look();

        assertThat(mali.registry.findings(List.of(HEALTH)))
                .noneMatch(finding -> finding.concerns(
                        mali.registry.replica(HEALTH, OUAGADOUGOU).orElseThrow()));
    }

    private void reclassify(String classification) {
        mali.journal.append(
                new DatasetRecorded(mali.journal.now(), TrialWatch.described(HEALTH, classification, "HEALTH")));
    }
}
