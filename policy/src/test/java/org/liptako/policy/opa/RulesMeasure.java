package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.NumberedRules;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/** What a decision takes, by each engine, as rule sets grow: microseconds into {@code target/measures/rules.md}. */
@Tag("measure")
class RulesMeasure {
    private static final int DOCUMENTS = 1_000;
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @RegisterExtension
    static final OwnOpa OPA = new OwnOpa();

    @Test
    void ofBothEnginesAtAHundredAThousandAndTenThousandRulesAState() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "| rules a State | embedded p50 (µs) | p99 | through OPA p50 (µs) | p99 |", "|---|---|---|---|---|"));
        for (int size : List.of(100, 1_000, 10_000)) {
            RuleSet rules = NumberedRules.load(size, RulesMeasure::rule);
            GeneratedFacts generated = new GeneratedFacts(rules, size);
            List<Facts> documents =
                    Stream.generate(generated::facts).limit(DOCUMENTS).toList();
            long[] embedded = times(new CompiledEngine(rules), documents, 200);
            try (OpaEngine engine = OPA.engine(rules)) {
                long[] opa = times(engine, documents, 2);
                rows.add(String.format(
                        Locale.ROOT,
                        "| %,d | %.1f | %.1f | %,.0f | %,.0f |",
                        size,
                        at(embedded, 0.5),
                        at(embedded, 0.99),
                        at(opa, 0.5),
                        at(opa, 0.99)));
            }
        }
        Path page = Files.createDirectories(Path.of("target", "measures")).resolve("rules.md");
        Files.write(page, rows);
    }

    /** Every document once a round; what the last round took, in nanoseconds, sorted. */
    private static long[] times(PolicyEngine engine, List<Facts> documents, int rounds) {
        long[] nanos = new long[documents.size()];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                Judgement judgement = engine.judge(documents.get(i));
                nanos[i] = System.nanoTime() - start;
                assertThat(judgement).isInstanceOf(Judgement.Decided.class);
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1_000.0;
    }

    /** As laws speak: of some operations, on data of a category and a class, towards a country. */
    private static String rule(Jurisdiction jurisdiction, int number, Random random) {
        String effect = jurisdiction == Jurisdiction.AES || random.nextInt(4) == 0 ? "interdire" : "autoriser";
        return """
                  - id: %s-%d
                    titre: {fr: t, en: t}
                    texte: {fr: t, en: t}
                    base_legale: [{instrument: i, article: a, statut: exemple}]
                    effet: %s
                    en_vigueur: {du: 2024-01-01}
                    champ: {operation: %s, jeu.categories: %s, jeu.classification: {au_moins: %s}}
                    condition: {fait: lieu.etat, est: %s}
                """.formatted(
                        jurisdiction.name(),
                        number,
                        effect,
                        word("operation", random),
                        word("dataset.categories", random),
                        word("dataset.classification", random),
                        List.of("ML", "BF", "NE", "FR", "SN").get(random.nextInt(5)));
    }

    private static String word(String code, Random random) {
        Fact fact = VOCABULARY.fact(code).orElseThrow();
        List<FactWord> words = fact.words();
        return words.get(random.nextInt(words.size())).word();
    }
}
