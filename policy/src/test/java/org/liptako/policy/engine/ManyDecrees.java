package org.liptako.policy.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.generated.NumberedRules;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/** Rules as a State has them that has thousands, most of them decrees about one dataset or one place, and documents that ask about such data. */
final class ManyDecrees {
    private static final int DOCUMENTS = 2_000;
    private static final int CANDIDATES = 20;
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final List<String> STATES = List.of("ML", "BF", "NE");

    private ManyDecrees() {}

    /** Documents to which the index leaves at most so many of ten thousand rules of each State. */
    static List<Facts> documents() {
        CompiledEngine engine = new CompiledEngine(rules(10_000));
        Random random = new Random(1);
        FactsReader reader = new FactsReader(VOCABULARY);
        return Stream.generate(() -> document(reader, random))
                .filter(facts ->
                        Stream.of(Role.HOME, Role.HOST).allMatch(role -> engine.candidates(facts, role) <= CANDIDATES))
                .limit(DOCUMENTS)
                .toList();
    }

    private static Facts document(FactsReader reader, Random random) {
        try {
            return reader.read("""
                    {"at": "2026-11-22T10:00:00Z", "operation": "%s", "purpose": "CONTINUITY",
                     "dataset": {"id": "%s", "home": "%s", "classification": "%s", "categories": ["%s"], "personal": "NONE", "strategic": false},
                     "target": {"site": "%s", "state": "%s", "control": "STATE_OPERATED", "tier": 3},
                     "copy": {"encrypted": true, "size_gb": 10}}
                    """.formatted(
                            code("operation", random),
                            dataset(random),
                            STATES.get(random.nextInt(3)),
                            code("dataset.classification", random),
                            code("dataset.categories", random),
                            site(random),
                            STATES.get(random.nextInt(3))));
        } catch (FactsException e) {
            throw new AssertionError(e);
        }
    }

    private static String dataset(Random random) {
        return "DS-" + random.nextInt(3_000);
    }

    private static String site(Random random) {
        return "SITE-" + random.nextInt(1_000);
    }

    private static String code(String fact, Random random) {
        return pick(fact, random).code();
    }

    private static FactWord pick(String fact, Random random) {
        List<FactWord> words = VOCABULARY.theFact(fact).words();
        return words.get(random.nextInt(words.size()));
    }

    /** So many rules of each jurisdiction; the same for the same number. */
    static RuleSet rules(int perState) {
        return NumberedRules.load(perState, ManyDecrees::rule);
    }

    private static String rule(Jurisdiction jurisdiction, int number, Random random) {
        String effect = jurisdiction == Jurisdiction.AES || random.nextInt(4) == 0 ? "interdire" : "autoriser";
        return """
                  - id: %s-%d
                    titre: {fr: t, en: t}
                    texte: {fr: t, en: t}
                    base_legale: [{instrument: i, article: a, statut: exemple}]
                    effet: %s
                    en_vigueur: {du: 2024-01-01}
                    champ: {%s}
                """.formatted(jurisdiction, number, effect, scope(random));
    }

    /** Half are decrees about a dataset, a quarter about a place, a quarter laws about a kind of data. */
    private static String scope(Random random) {
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                "jeu.id: " + dataset(random) + ", operation: "
                        + pick("operation", random).word();
            case 2 ->
                "lieu.site: " + site(random) + ", jeu.categories: "
                        + pick("dataset.categories", random).word();
            default ->
                "operation: %s, jeu.categories: %s, jeu.classification: %s, lieu.etat: %s, finalite: %s"
                        .formatted(
                                pick("operation", random).word(),
                                pick("dataset.categories", random).word(),
                                pick("dataset.classification", random).word(),
                                List.of("ML", "BF", "NE", "FR", "SN").get(random.nextInt(5)),
                                pick("purpose", random).word());
        };
    }
}
