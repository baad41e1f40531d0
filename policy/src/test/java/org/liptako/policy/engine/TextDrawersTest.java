package org.liptako.policy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

class TextDrawersTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @Test
    void identifiersOfOneHashKeepTheirOwnRules() throws FactsException {
        assertThat("Aa-7").hasSameHashCodeAs("BB-7");
        CompiledEngine engine = new CompiledEngine(rules());

        assertThat(prohibiting(engine, "Aa-7")).containsExactly("ML-Aa-7");
        assertThat(prohibiting(engine, "BB-7")).containsExactly("ML-BB-7");
        assertThat(prohibiting(engine, "CC-7")).isEmpty();
    }

    /** A thousand identifiers share places as often as they will. */
    @Test
    void everyIdentifierOpensItsOwnDrawerAndAStrangerNone() {
        Map<String, List<RuleShelf.Entry>> named = new HashMap<>();
        List<RuleShelf.Entry> entries = OneByOne.of(rules().rules()).entries();
        IntStream.range(0, 1_000)
                .forEach(number -> named.put("DS-" + 7 * number, List.of(entries.get(number % entries.size()))));

        TextDrawers drawers = new TextDrawers(named, RuleShelf::of);

        named.forEach((text, own) -> assertThat(drawers.get(text))
                .isInstanceOfSatisfying(
                        RuleShelf.Handful.class,
                        shelf -> assertThat(shelf.rules())
                                .containsExactly(own.getFirst().rule())));
        IntStream.range(0, 1_000)
                .forEach(number ->
                        assertThat(drawers.get("DS-" + (7 * number + 1))).isNull());
        assertThat(new TextDrawers(Map.of(), RuleShelf::of).get("DS-1")).isNull();
    }

    private static List<String> prohibiting(CompiledEngine engine, String dataset) throws FactsException {
        Facts facts = new FactsReader(VOCABULARY).read("""
                {"at": "2026-11-22T10:00:00Z", "operation": "REPLICATE", "dataset": {"id": "%s", "home": "ML"}, "target": {"state": "ML"}}
                """.formatted(dataset));
        return ((Judgement.Decided) engine.judge(facts))
                .decision()
                .findings()
                .getFirst()
                .rules();
    }

    /** More than are tried one by one. */
    private static RuleSet rules() {
        String rules = IntStream.range(0, 20)
                .boxed()
                .flatMap(number -> Stream.of("Aa-" + number, "BB-" + number))
                .map(id -> """
                          - id: ML-%s
                            titre: {fr: t, en: t}
                            texte: {fr: t, en: t}
                            base_legale: [{instrument: i, article: a, statut: exemple}]
                            effet: interdire
                            en_vigueur: {du: 2024-01-01}
                            champ: {jeu.id: %s}
                        """.formatted(id, id))
                .collect(Collectors.joining());
        List<SourceFile> files = Jurisdiction.all().stream()
                .map(one -> new SourceFile(
                        one + ".yaml",
                        ("recueil: " + one + "\nregles:" + (one.toString().equals("ML") ? "\n" + rules : " []\n"))
                                .getBytes(UTF_8)))
                .toList();
        return switch (new RuleLoader(VOCABULARY).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected -> throw new AssertionError(rejected.errors());
        };
    }
}
