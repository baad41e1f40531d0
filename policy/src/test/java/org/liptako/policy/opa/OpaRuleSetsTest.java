package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.opa.OpaData.ChamberData;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;

/** The data that OPA judges by, compiled from rules: the ITs ask OPA itself; this says what it is given. */
class OpaRuleSetsTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Every form, connectives in levels, periods, derogations, obligations, shelves and pages. */
    @Test
    void compilesEveryFormToTheDataThatIsKept() throws IOException {
        RuleSet rules = new Rulebook()
                .rule(
                        "ML-1",
                        "effet: autoriser, champ: {operation: [heberger, repliquer], jeu.categories: sante}, "
                                + "condition: {un_de: [{fait: lieu.etat, dans: AES}, {pas: {tous: [{fait: copie.chiffree, est: oui}, {fait: lieu.niveau, au_moins: 3}]}}]}")
                .rule(
                        "ML-2",
                        "effet: exiger, champ: {jeu.classification: {au_moins: confidentiel}}, condition: {fait: lieu.etat, egale: jeu.etat}")
                .rule("ML-3", "effet: deroger, deroge_a: [ML-2], au_titre_de: origine, obligations: [double_signature]")
                .rule(
                        "ML-4",
                        "effet: interdire, au_titre_de: accueil, champ: {jeu.id: [DS-1, DS-2]}, condition: {tous: [{fait: jeu.categories, uniquement: [sante, foncier]}, {fait: lieu.niveau, au_plus: 2}, {fait: jeu.classification, au_plus: secret}]}")
                .rule(
                        "AES-1",
                        "effet: interdire, champ: {copie.chiffree: non}, condition: {fait: lieu.etat, parmi: [FR, SN]}")
                .ruleSet();

        JsonNode data = MAPPER.valueToTree(OpaRuleSets.data(rules));
        JsonNode kept = MAPPER.readTree(Files.readString(Path.of("src/test/resources/opa/data.json")));

        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            JsonNode law = MAPPER.valueToTree(OpaLaws.data(rules.of(jurisdiction), rules.vocabulary()));
            for (String part : List.of("forms", "rules", "chambers")) {
                assertThat(law.path(part).toPrettyString())
                        .as(jurisdiction + " " + part)
                        .isEqualTo(kept.path(jurisdiction.name()).path(part).toPrettyString());
            }
            assertThat(data.path("laws").path(jurisdiction.name())).isEqualTo(law.path("digest"));
        }
        assertThat(data.path("facts").path("dataset.home")).isEqualTo(MAPPER.readTree("[\"dataset\", \"home\"]"));
        assertThat(data.path("digest").asText()).isEqualTo(rules.digest());
        assertThat(data.path("ranks")
                        .path("dataset.classification")
                        .path("PUBLIC")
                        .asInt(-1))
                .isZero();
        assertThat(data.path("ranks").has("operation")).isFalse();
        assertThat(data.path("spaces").path("AES").get(0).path("members"))
                .isEqualTo(MAPPER.readTree("[\"BF\", \"ML\", \"NE\"]"));
    }

    @Test
    void aRuleThatPinsTooManyValuesStandsWhereItIsFoundAllTheSame() {
        String many = IntStream.range(0, 200).mapToObj(i -> "DS-" + i).collect(Collectors.joining(", "));

        ChamberData home = home(new Rulebook()
                .rule("ML-1", "effet: interdire, champ: {jeu.id: [%s]}".formatted(many))
                .rule("ML-2", "effet: interdire, champ: {jeu.id: DS-1, operation: heberger}")
                .ruleSet());

        assertThat(home.patterns()).containsExactlyInAnyOrder(List.of(), List.of("operation", "dataset.id"));
        assertThat(shelf(home, List.of())).isEqualTo(Map.of("", List.of("ML-1")));
        assertThat(shelf(home, List.of("operation", "dataset.id")))
                .isEqualTo(Map.of("STORE|DS-1", List.of("ML-2"), "STORE|?", List.of("ML-2")));
    }

    /** 127 identifiers and the unknown one are just as many keys as one rule may have. */
    @Test
    void aRuleStandsUnderUpTo128Keys() {
        String many = IntStream.range(0, 127).mapToObj(i -> "DS-" + i).collect(Collectors.joining(", "));

        ChamberData home = home(new Rulebook()
                .rule("ML-1", "effet: interdire, champ: {jeu.id: [%s]}".formatted(many))
                .ruleSet());

        assertThat(home.patterns()).containsExactly(List.of("dataset.id"));
        assertThat(shelf(home, List.of("dataset.id"))).hasSize(128);
    }

    /** Of five facts the four that pin to the least share of documents, in the vocabulary's order; one that hardly pins is none. */
    @Test
    void aPatternIsOfTheFactsThatPinBest() {
        ChamberData home = home(new Rulebook()
                .rule(
                        "ML-1",
                        "effet: interdire, champ: {copie.chiffree: oui, finalite: soins, jeu.categories: sante, jeu.id: DS-1, lieu.site: S-1}")
                .ruleSet());
        assertThat(home.patterns())
                .containsExactly(List.of("purpose", "dataset.id", "dataset.categories", "target.site"));

        ChamberData places = home(new Rulebook()
                .rule("ML-1", "effet: interdire, champ: {lieu.etat: [ML, BF, NE, FR, SN, CI, DZ]}")
                .rule("ML-2", "effet: interdire, champ: {lieu.etat: [ML, BF, NE, FR, SN, CI, DZ, MA]}")
                .ruleSet());
        assertThat(places.patterns()).containsExactly(List.of("target.state"));
        assertThat(shelf(places, List.of("target.state"))).containsKeys("DZ", "MA");
    }

    @Test
    void twoPartsOnOneFactPinToWhatBothAllowAndOnASetToTheFirst() {
        ChamberData home = home(new Rulebook()
                .rule(
                        "ML-1",
                        "effet: interdire, champ: {operation: [heberger, repliquer]}, condition: {fait: operation, parmi: [repliquer, effacer]}")
                .rule(
                        "ML-2",
                        "effet: interdire, champ: {jeu.categories: sante}, condition: {fait: jeu.categories, est: fiscal}")
                .ruleSet());

        assertThat(shelf(home, List.of("operation"))).isEqualTo(Map.of("REPLICATE", List.of("ML-1")));
        assertThat(shelf(home, List.of("dataset.categories")))
                .isEqualTo(Map.of("HEALTH", List.of("ML-2"), "?", List.of("ML-2")));
    }

    @Test
    void keepsNoMoreThanTwelvePatterns() {
        Rulebook book = new Rulebook();
        List<String> facts = List.of(
                "jeu.categories: sante",
                "jeu.classification: secret",
                "jeu.etat: ML",
                "lieu.etat: ML",
                "finalite: continuite",
                "jeu.responsable: organisme_public",
                "lieu.site: S");
        int number = 0;
        for (String one : facts) {
            for (String other : facts) {
                if (one.compareTo(other) < 0) {
                    book.rule("ML-" + number++, "effet: interdire, champ: {%s, %s}".formatted(one, other));
                }
            }
        }

        ChamberData home = home(book.ruleSet());

        assertThat(home.patterns()).hasSizeLessThanOrEqualTo(13);
        assertThat(home.shelves().stream()
                        .flatMap(shelf -> shelf.values().stream())
                        .flatMap(List::stream))
                .containsAll(IntStream.range(0, number).mapToObj(i -> "ML-" + i).toList());
    }

    private static ChamberData home(RuleSet rules) {
        return Objects.requireNonNull(
                OpaLaws.data(rules.of(Jurisdiction.of("ML").orElseThrow()), rules.vocabulary())
                        .chambers()
                        .get("HOME"));
    }

    private static Map<String, List<String>> shelf(ChamberData chamber, List<String> pattern) {
        return chamber.shelves().get(chamber.patterns().indexOf(pattern));
    }
}
