package org.liptako.node.placement.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** A few rules of Mali's that say plainly what they are tried for; the other States permit what lies with them. */
final class WatchRules {
    static final String PERMISSION =
            rule("ML-OUI", "autoriser", "2026-01-01", "champ: {operation: [heberger, repliquer]}");
    static final String ABROAD = rule(
            "ML-SOL",
            "interdire",
            "2026-01-01",
            "champ: {jeu.classification: {au_moins: confidentiel}}",
            "condition: {pas: {fait: lieu.etat, egale: jeu.etat}}");
    static final String TAX = rule(
            "ML-APDP",
            "exiger",
            "2026-01-01",
            "au_titre_de: origine",
            "champ: {jeu.categories: fiscal}",
            "condition: {un_de: [{fait: lieu.etat, egale: jeu.etat}, {fait: autorisation.APDP, est: accordee}]}");
    static final String FROM_DECEMBER = rule("ML-DEC", "interdire", "2026-12-01", "champ: {jeu.id: ML-DS-007}");

    static final String SECRET =
            rule("ML-SECRET", "interdire", "2026-01-01", "champ: {jeu.classification: tres_secret}");

    private static final String OTHERS = "recueil: %1$s\nregles:\n"
            + rule("%1$s-OUI", "autoriser", "2026-01-01", "champ: {operation: [heberger, repliquer]}");

    private WatchRules() {}

    static RulesInForce usual() {
        return of(PERMISSION, ABROAD, TAX, FROM_DECEMBER, SECRET);
    }

    /** Before any State, or the AES, has published any. */
    static RulesInForce none() {
        return inForce(load(Stream.of("ML", "BF", "NE", "AES")
                .map(one -> file(one, "recueil: " + one + "\nregles: []\n"))
                .toList()));
    }

    /** These rules of Mali's. */
    static RulesInForce of(String... rules) {
        return inForce(load(rules));
    }

    private static RulesInForce inForce(RuleSet rules) {
        return new RulesInForce(rules, new CompiledEngine(rules), Map.of());
    }

    static RuleSet load(String... rules) {
        return load(List.of(
                file("ML", "recueil: ML\nregles:" + (rules.length == 0 ? " []" : "") + "\n" + String.join("", rules)),
                file("BF", OTHERS.formatted("BF")),
                file("NE", OTHERS.formatted("NE")),
                file("AES", "recueil: AES\nregles: []\n")));
    }

    private static RuleSet load(List<SourceFile> files) {
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }

    static String rule(String id, String effect, String from, String... lines) {
        return """
                  - id: %1$s
                    titre: {fr: "Règle %1$s", en: "Rule %1$s"}
                    texte: {fr: "Règle %1$s.", en: "Rule %1$s."}
                    base_legale:
                      - {instrument: "Loi de %1$s", article: "3", statut: exemple}
                    effet: %2$s
                    en_vigueur: {du: %3$s}
                """.formatted(id, effect, from)
                + String.join(
                        "", Stream.of(lines).map(line -> "    " + line + "\n").toList());
    }

    private static SourceFile file(String jurisdiction, String text) {
        return new SourceFile(jurisdiction + ".yaml", text.getBytes(UTF_8));
    }
}
