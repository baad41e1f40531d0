package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.facts.Facts;

/** Which shelf some rules get, and what drawers leave of them. */
class RuleShelfTest {
    private static final int MORE = RuleShelf.HANDFUL + 1;

    @Test
    void aHandfulIsTriedOneByOne() {
        RuleShelf shelf = shelf(about("jeu.id", RuleShelf.HANDFUL));

        assertThat(shelf).isInstanceOf(RuleShelf.Handful.class);
        assertThat(OneByOne.gathered(shelf, asking("'dataset': {'home': 'ML', 'id': 'X'}")))
                .hasSize(RuleShelf.HANDFUL);
    }

    @Test
    void rulesOfWhichTooFewNameAnIdentifierAreMarked() {
        assertThat(shelf(Stream.concat(about("jeu.id", RuleShelf.HANDFUL), Stream.of("finalite: soins"))))
                .isInstanceOf(MarkedShelf.class);
        assertThat(shelf(Stream.generate(() -> "finalite: soins").limit(MORE))).isInstanceOf(MarkedShelf.class);
    }

    /** A rule that excepts an identifier speaks of all others: no drawer would hold it. */
    @Test
    void rulesThatExceptAnIdentifierLieInNoDrawer() {
        RuleShelf shelf = RuleShelf.of(entries(IntStream.range(0, MORE)
                .mapToObj(
                        number -> "effet: interdire, condition: {pas: {fait: jeu.id, est: DS-%d}}".formatted(number))));

        assertThat(shelf).isInstanceOf(MarkedShelf.class);
        assertThat(OneByOne.gathered(shelf, asking("'dataset': {'home': 'ML', 'id': 'DS-3'}")))
                .hasSize(MORE - 1)
                .doesNotContain("ML-103");
    }

    @Test
    void drawersAreByTheIdentifierThatMoreRulesName() {
        assertThat(fact(Stream.concat(about("jeu.id", MORE), about("lieu.site", MORE + 1))))
                .isEqualTo("target.site");
        assertThat(fact(Stream.concat(about("jeu.id", MORE + 1), about("lieu.site", MORE))))
                .isEqualTo("dataset.id");
    }

    @Test
    void ofTwoNamedAsOftenTheFirstOfTheVocabularyMakesTheDrawers() {
        assertThat(fact(Stream.concat(about("lieu.site", MORE), about("jeu.id", MORE))))
                .isEqualTo("dataset.id");
    }

    @Test
    void anIdentifierOpensItsDrawerAndTheRestStays() {
        RuleShelf shelf =
                shelf(Stream.concat(about("jeu.id", MORE), Stream.of("finalite: soins", "jeu.id: [DS-2, DS-3]")));

        assertThat(OneByOne.gathered(shelf, asking("'dataset': {'home': 'ML', 'id': 'DS-3'}")))
                .containsExactly("ML-103", "ML-117", "ML-118");
        assertThat(OneByOne.gathered(shelf, asking("'dataset': {'home': 'ML', 'id': 'DS-2'}")))
                .containsExactly("ML-102", "ML-117", "ML-118");
        assertThat(OneByOne.gathered(shelf, asking("'dataset': {'home': 'ML', 'id': 'DS-99'}")))
                .containsExactly("ML-117");
    }

    /** Its rules are unknown, not ruled out; one that names two datasets is there once. */
    @Test
    void anUntoldIdentifierLeavesTheRulesOfAllDrawers() {
        RuleShelf shelf = shelf(Stream.concat(
                about("jeu.id", MORE), Stream.of("finalite: soins", "jeu.id: [DS-2, DS-3], finalite: controle")));

        assertThat(OneByOne.gathered(shelf, asking("'purpose': 'CARE'")))
                .containsExactlyElementsOf(IntStream.range(100, 100 + MORE + 1)
                        .mapToObj(number -> "ML-" + number)
                        .toList());
    }

    /** In a drawer of many rules the other facts rule out too. */
    @Test
    void aFullDrawerIsMarkedInItself() {
        RuleShelf shelf = shelf(IntStream.range(0, 2 * MORE)
                .mapToObj(number -> "jeu.id: DS-1, finalite: " + (number % 2 == 0 ? "soins" : "controle")));

        assertThat(OneByOne.gathered(shelf, asking("'purpose': 'CARE', 'dataset': {'home': 'ML', 'id': 'DS-1'}")))
                .hasSize(MORE)
                .allMatch(id -> (id.charAt(id.length() - 1) - '0') % 2 == 0);
    }

    private static String fact(Stream<String> scopes) {
        return ((RuleShelf.Drawers) shelf(scopes)).fact().code();
    }

    /** So many scopes, each about an identifier of its own. */
    private static Stream<String> about(String fact, int count) {
        return IntStream.range(0, count).mapToObj(number -> fact + ": DS-" + number);
    }

    private static RuleShelf shelf(Stream<String> scopes) {
        return RuleShelf.of(entries(scopes.map(scope -> "effet: interdire, champ: {%s}".formatted(scope))));
    }

    private static List<RuleShelf.Entry> entries(Stream<String> rules) {
        Rulebook book = new Rulebook();
        List<String> written = rules.toList();
        IntStream.range(0, written.size()).forEach(rule -> book.rule("ML-" + (100 + rule), written.get(rule)));
        return OneByOne.of(book.ruleSet().rules()).entries();
    }

    private static Facts asking(String more) {
        return Documents.facts("{'at': '2026-07-01T00:00:00Z', 'operation': 'REPLICATE', %s}".formatted(more));
    }
}
