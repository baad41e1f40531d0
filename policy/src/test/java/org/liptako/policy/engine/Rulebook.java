package org.liptako.policy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Short rules for tests: each goes through the loader, with title, text, basis and dates filled in where the test does not care. */
public final class Rulebook {
    private final Map<Jurisdiction, List<String>> rules = new EnumMap<>(Jurisdiction.class);

    /**
     * Adds a rule.
     *
     * @param id begins with its jurisdiction
     * @param rest further keys of the rule, in YAML flow style, such as {@code effet: interdire, champ: {operation: heberger}}
     */
    public Rulebook rule(String id, String rest) {
        String dates = rest.contains("en_vigueur") ? "" : ", en_vigueur: {du: 2020-01-01}";
        rules.computeIfAbsent(Jurisdiction.of(id.substring(0, id.indexOf('-'))).orElseThrow(), one -> new ArrayList<>())
                .add("""
                          - {id: %s, titre: {fr: a, en: a}, texte: {fr: a, en: a}, base_legale: [{instrument: a, article: a, statut: exemple}], %s%s}
                        """.formatted(id, rest, dates));
        return this;
    }

    public RuleSet ruleSet() {
        List<SourceFile> files = Jurisdiction.all().stream().map(this::file).toList();
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }

    private SourceFile file(Jurisdiction jurisdiction) {
        List<String> own = rules.getOrDefault(jurisdiction, List.of());
        String body = own.isEmpty() ? "regles: []\n" : "regles:\n" + String.join("", own);
        return new SourceFile(jurisdiction + ".yaml", ("recueil: " + jurisdiction + "\n" + body).getBytes(UTF_8));
    }
}
