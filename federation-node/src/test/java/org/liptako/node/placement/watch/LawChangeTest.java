package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.WatchRules.rule;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class LawChangeTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final LawChange mali = new LawChange(State.ML);

    @Test
    void aRuleOnNamedDatasetsTouchesTheseAlone() {
        assertThat(added(rule("ML-A", "interdire", "2026-01-01", "champ: {jeu.id: [ML-DS-001, ML-DS-002]}")))
                .containsExactlyInAnyOrder(
                        Matter.of(new DatasetId("ML-DS-001"), JudgingCause.RULES),
                        Matter.of(new DatasetId("ML-DS-002"), JudgingCause.RULES));
    }

    @Test
    void aRuleOnANamedSiteTouchesWhatLiesThere() {
        assertThat(added(rule("ML-A", "interdire", "2026-01-01", "condition: {fait: lieu.site, est: BF-OUA-1}")))
                .containsExactly(Matter.at(new SiteId("BF-OUA-1"), JudgingCause.RULES));
    }

    @Test
    void aRuleOfTheHomeStateOnSoilTouchesItsOwnDataOnThatSoil() {
        assertThat(added(rule(
                        "ML-A", "interdire", "2026-01-01", "au_titre_de: origine", "champ: {lieu.etat: [BF, FR]}")))
                .containsExactlyInAnyOrder(of(State.ML, "BF"), of(State.ML, Matter.OUTSIDE));
    }

    @Test
    void aRuleOfTheHostStateTouchesOthersDataOnItsSoil() {
        assertThat(added(rule("ML-A", "interdire", "2026-01-01", "au_titre_de: accueil")))
                .containsExactlyInAnyOrder(of(State.BF, "ML"), of(State.NE, "ML"));
    }

    @Test
    void whatARequirementRequiresDoesNotBoundIt() {
        assertThat(added(rule(
                        "ML-A",
                        "exiger",
                        "2026-01-01",
                        "au_titre_de: origine",
                        "condition: {fait: lieu.etat, est: ML}")))
                .hasSize(4)
                .allMatch(matter -> matter.home() == State.ML);
    }

    @Test
    void aRuleThatIsTheSameTouchesNothingNorDoesAnotherStates() {
        assertThat(mali.between(WatchRules.load(WatchRules.PERMISSION), WatchRules.load(WatchRules.PERMISSION)))
                .isEmpty();
        assertThat(new LawChange(State.BF)
                        .between(
                                WatchRules.load(WatchRules.PERMISSION),
                                WatchRules.load(WatchRules.PERMISSION, WatchRules.SECRET)))
                .isEmpty();
    }

    @Test
    void aRuleBeginsAtItsInstantOnce() {
        var rules = WatchRules.load(rule("ML-A", "interdire", "2026-03-01", "champ: {jeu.id: ML-DS-001}"));

        assertThat(mali.between(MARCH.minusSeconds(10), MARCH.minusSeconds(1), rules))
                .isEmpty();
        assertThat(mali.between(MARCH.minusSeconds(1), MARCH, rules)).hasSize(1);
        assertThat(mali.between(MARCH, MARCH.plusSeconds(1), rules)).isEmpty();
        assertThat(mali.between(MARCH.plusSeconds(1), MARCH.minusSeconds(1), rules))
                .isEmpty();
    }

    private Set<Matter> added(String rule) {
        return mali.between(WatchRules.load(), WatchRules.load(rule));
    }

    private static Matter of(State home, String host) {
        return new Matter(null, null, home, host, JudgingCause.RULES);
    }
}
