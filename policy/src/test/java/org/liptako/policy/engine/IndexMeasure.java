package org.liptako.policy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * What the embedded evaluator takes for the same documents as a State's rules grow from 100 to 10,000, most of them decrees about one dataset
 * or one place: microseconds into {@code target/measures/index.md}.
 */
@Tag("measure")
class IndexMeasure {
    private static final int DOCUMENTS = 2_000;
    private static final int CANDIDATES = 20;
    private static final int ROUNDS = 400;
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final List<String> STATES = List.of("ML", "BF", "NE");

    /** What one size takes. */
    private record Row(int rules, long compiling, double median, double p99, double candidates) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %,d | %,d | %.1f | %.2f | %.2f |", rules, compiling, candidates, median, p99);
        }
    }

    @Test
    void ofTheSameDocumentsAsTheRulesGrow() throws IOException {
        RuleSet most = rules(10_000);
        List<Facts> documents = documents(new CompiledEngine(most));
        List<String> rows = new ArrayList<>(List.of(
                "| rules a State | compiling (ms) | candidates a State (mean) | p50 (µs) | p99 |",
                "|---|---|---|---|---|"));
        for (int size : List.of(100, 1_000, 10_000)) {
            rows.add(row(size == 10_000 ? most : rules(size), size, documents).toString());
        }
        Files.write(Files.createDirectories(Path.of("target", "measures")).resolve("index.md"), rows);
    }

    private static Row row(RuleSet rules, int size, List<Facts> documents) {
        long begun = System.nanoTime();
        CompiledEngine engine = new CompiledEngine(rules);
        long compiling = (System.nanoTime() - begun) / 1_000_000;
        double candidates = documents.stream()
                .mapToInt(facts -> engine.candidates(facts, Role.HOME))
                .average()
                .orElseThrow();
        long[] nanos = new long[documents.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                engine.judge(documents.get(i));
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return new Row(size, compiling, at(nanos, 0.5), at(nanos, 0.99), candidates);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1_000.0;
    }

    /** Documents to which the index leaves at most so many rules of each State. */
    private static List<Facts> documents(CompiledEngine engine) {
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

    private static RuleSet rules(int perState) {
        Random random = new Random(perState);
        List<SourceFile> files = Jurisdiction.all().stream()
                .map(jurisdiction -> new SourceFile(
                        jurisdiction + ".yaml",
                        ("recueil: " + jurisdiction + "\nregles:\n"
                                        + IntStream.range(0, perState)
                                                .mapToObj(number -> rule(jurisdiction, number, random))
                                                .collect(Collectors.joining()))
                                .getBytes(UTF_8)))
                .toList();
        return switch (new RuleLoader(VOCABULARY).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().getFirst());
        };
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
