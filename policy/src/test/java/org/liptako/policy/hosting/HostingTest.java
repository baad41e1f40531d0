package org.liptako.policy.hosting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.NamedCountries;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

class HostingTest {
    @Test
    void provesAlwaysDependsAndNeverOverAllThatIsLeftOpen() {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: autoriser, condition: {fait: lieu.etat, est: ML}")
                .rule("ML-2", "effet: autoriser, condition: {fait: lieu.etat, est: FR}")
                .rule("ML-3", "effet: interdire, champ: {lieu.etat: FR}, condition: {fait: lieu.niveau, au_plus: 4}")
                .rule(
                        "ML-4",
                        "effet: interdire, champ: {lieu.exploitation: etranger}, condition: {fait: lieu.niveau, au_plus: 2}")
                .ruleSet();
        List<HostPlace> places = new KindsOfPlaces(rules, facts("\"tier\": null")).answers();

        assertThat(answer(places, "ML", 0)).isEqualTo(new HostAnswer.Always(List.of("ML-1")));
        assertThat(answer(places, "ML", 3)).isEqualTo(new HostAnswer.Depends(List.of("target.tier"), List.of("ML-4")));
        // Any level is at most 4: an engine that does not know the level cannot tell, the proof can.
        assertThat(answer(places, "FR", 0)).isEqualTo(new HostAnswer.Never(List.of("ML-3")));
        assertThat(answer(places, "BF", 0)).isEqualTo(new HostAnswer.Never(List.of()));
    }

    @Test
    void heedsAValueThatNoRuleNames() {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: autoriser, condition: {fait: lieu.niveau, au_moins: 2}")
                .ruleSet();

        assertThat(answer(new KindsOfPlaces(rules, facts("\"tier\": 3")).answers(), "NE", 1))
                .isEqualTo(new HostAnswer.Never(List.of()));
        assertThat(answer(new KindsOfPlaces(rules, facts("\"tier\": 3")).answers(), "ML", 1))
                .isEqualTo(new HostAnswer.Always(List.of("ML-1")));
        assertThat(answer(new KindsOfPlaces(rules, facts("\"tier\": 1")).answers(), "ML", 1))
                .isEqualTo(new HostAnswer.Never(List.of()));
    }

    @Test
    void coversEveryCountryOfTheSampleRulesUnderEveryOperator() {
        RuleSet rules = SampleRulesContract.samples();
        List<HostPlace> places = new KindsOfPlaces(rules, facts("\"tier\": 3")).answers();

        for (String country :
                List.of("ML", "BF", "NE", "SN", NamedCountries.of(rules).stranger())) {
            assertThat(places)
                    .filteredOn(place -> place.countries().contains(country))
                    .hasSize(4);
        }
    }

    @Test
    void wantsFactsThatNameNoPlace() {
        assertThatThrownBy(() -> new KindsOfPlaces(SampleRulesContract.samples(), facts("\"state\": \"ML\"")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void judgesEachSiteOfACatalogue() {
        Findings findings = new Findings();
        List<HostPlace> sites =
                HostSites.answers(SampleRulesContract.samples(), facts("\"site\": null"), file("""
                        sites:
                        - {id: ML-BKO-1, state: ML, city: Bamako, control: STATE_OPERATED, owner_state: ML, tier: 3, mutualised: false}
                        - {id: XX-EU-1, state: FR, control: FOREIGN_OPERATED, owner_state: FR, mutualised: false}
                        """), findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(sites).extracting(place -> place.name().fr()).containsExactly("ML-BKO-1", "XX-EU-1");
        assertThat(sites.getFirst().answer()).isInstanceOf(HostAnswer.Always.class);
        assertThat(sites.getLast().answer()).isInstanceOf(HostAnswer.Never.class);
    }

    @Test
    void namesTheSiteThatCannotBeJudged() {
        Findings findings = new Findings();
        HostSites.answers(
                SampleRulesContract.samples(),
                facts("\"site\": null"),
                file("sites:\n- {id: A, state: ML, tier: trois}\n"),
                findings);

        assertThat(findings.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.where()).isEqualTo("sites.yaml:2:3"));
    }

    private static HostAnswer answer(List<HostPlace> places, String country, int operator) {
        return places.stream()
                .filter(place -> place.countries().contains(country))
                .toList()
                .get(operator)
                .answer();
    }

    private static SourceFile file(String text) {
        return new SourceFile("sites.yaml", text.getBytes(UTF_8));
    }

    private static Facts facts(String target) {
        String document =
                "{\"at\":\"2026-12-01T00:00:00Z\",\"operation\":\"STORE\",\"dataset\":{\"home\":\"ML\",\"classification\":\"INTERNAL\","
                        + "\"categories\":[\"OTHER\"],\"personal\":\"NONE\",\"strategic\":false,\"controller\":\"PUBLIC_BODY\"},\"target\":{"
                        + target + "}}";
        try {
            return new FactsReader(Vocabulary.standard()).read(document.getBytes(UTF_8));
        } catch (FactsException broken) {
            throw new AssertionError(broken);
        }
    }
}
