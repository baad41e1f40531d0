package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.facts.Facts;

/**
 * The index finds every rule that may fire, for hundreds of rules of every kind and documents that tell more or less; the rules and the documents are the same in
 * every run.
 */
class RuleIndexTest {
    private static final int RULES = 600;
    private static final List<String> OPERATIONS = List.of("heberger", "repliquer", "sauvegarder");
    private static final List<String> CATEGORIES = List.of("sante", "fiscal", "foncier", "autre");
    private static final List<String> CLASSES = List.of("public", "interne", "secret", "tres_secret");
    private static final List<String> PLACES = List.of("ML", "BF", "FR", "SN");

    private final OneByOne rules = rules();
    private final List<Facts> documents = documents();

    @Test
    void findsWhatTryingEachRuleFindsAndLittleElse() {
        RuleIndex index = rules.index(documents.getFirst());
        int found = 0;
        int firing = 0;
        for (Facts facts : documents) {
            List<String> candidates = OneByOne.ids(index.candidates(facts));
            List<String> mayFire = rules.mayFire(facts);
            assertThat(candidates).isSorted().doesNotHaveDuplicates().containsAll(mayFire);
            found += candidates.size();
            firing += mayFire.size();
        }

        assertThat(firing).isGreaterThan(50 * documents.size());
        // What lies in a drawer of a handful is not told apart further.
        assertThat(found - firing).isLessThan(10 * documents.size());
    }

    /** Marks rule out on every fact, so that on rules of parts that speak of one fact each nothing is left to rule out. */
    @Test
    void marksLeaveJustTheRulesThatMayFire() {
        MarkedShelf shelf = new MarkedShelf(rules.entries());
        for (Facts facts : documents) {
            assertThat(OneByOne.gathered(shelf, facts)).isEqualTo(rules.mayFire(facts));
        }
    }

    /** Rules that lie on a shelf by chance in another order are found in that of their ids. */
    @Test
    void theOrderOnTheShelfChangesNothing() {
        List<RuleShelf.Entry> shuffled = new ArrayList<>(rules.entries());
        Collections.shuffle(shuffled, new Random(3));
        RuleShelf shelf = RuleShelf.of(shuffled);
        RuleShelf inOrder = RuleShelf.of(rules.entries());
        for (Facts facts : documents) {
            assertThat(OneByOne.gathered(shelf, facts)).isSorted().isEqualTo(OneByOne.gathered(inOrder, facts));
        }
    }

    private static OneByOne rules() {
        Random random = new Random(5);
        Rulebook book = new Rulebook();
        IntStream.range(1_000, 1_000 + RULES).forEach(number -> book.rule("ML-" + number, rule(random)));
        return OneByOne.of(book.ruleSet().rules());
    }

    private static String rule(Random random) {
        String operation = pick(OPERATIONS, random);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                "effet: interdire, champ: {jeu.id: [%s, %s], operation: %s}"
                        .formatted(dataset(random), dataset(random) + "-bis", operation);
            case 3 ->
                "effet: interdire, champ: {lieu.site: S-%d, jeu.categories: [%s, etat_civil]}"
                        .formatted(random.nextInt(40), pick(CATEGORIES, random));
            case 4 ->
                "effet: autoriser, champ: {operation: [%s, effacer], jeu.classification: {au_moins: %s}}, condition: {fait: lieu.etat, est: %s}"
                        .formatted(operation, pick(CLASSES, random), pick(PLACES, random));
            case 5 ->
                "effet: interdire, champ: {jeu.strategique: %s}, condition: {pas: {fait: lieu.site, parmi: [S-%d, S-%d]}}"
                        .formatted(random.nextBoolean() ? "oui" : "non", random.nextInt(20), 20 + random.nextInt(20));
            case 6 ->
                "effet: exiger, champ: {operation: %s, jeu.categories: %s}, condition: {fait: copie.chiffree, est: oui}"
                        .formatted(operation, pick(CATEGORIES, random));
            default ->
                "effet: assortir, obligations: [o], champ: {lieu.etat: [%s, %s]}, condition: {un_de: [{fait: jeu.classification, est: %s}, {fait: jeu.classification, au_moins: confidentiel}]}"
                        .formatted(
                                pick(PLACES.subList(0, 2), random),
                                pick(PLACES.subList(2, 4), random),
                                pick(CLASSES, random));
        };
    }

    private static List<Facts> documents() {
        Random random = new Random(7);
        return Stream.generate(() -> document(random)).limit(200).toList();
    }

    private static Facts document(Random random) {
        return Documents.facts("""
                {'at': '2026-07-01T00:00:00Z', 'operation': '%s',
                 'dataset': {'home': 'ML', 'id': %s, 'categories': %s, 'classification': %s, 'strategic': %s},
                 'target': {'state': '%s', 'site': %s}}""".formatted(
                pick(List.of("STORE", "REPLICATE", "BACKUP", "ERASE"), random),
                known("'" + dataset(random) + (random.nextInt(4) == 0 ? "-bis" : "") + "'", random),
                known(
                        pick(
                                List.of(
                                        "['HEALTH']",
                                        "['TAX', 'OTHER']",
                                        "['LAND', 'CIVIL_STATUS', 'MAIL']",
                                        "['BANKING']"),
                                random),
                        random),
                known("'" + pick(List.of("PUBLIC", "INTERNAL", "CONFIDENTIAL", "TOP_SECRET"), random) + "'", random),
                known(Boolean.toString(random.nextBoolean()), random),
                pick(List.of("ML", "BF", "FR", "ZW"), random),
                known("'S-" + random.nextInt(50) + "'", random)));
    }

    private static String known(String value, Random random) {
        return random.nextInt(5) == 0 ? "null" : value;
    }

    private static String dataset(Random random) {
        return "DS-" + random.nextInt(60);
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
