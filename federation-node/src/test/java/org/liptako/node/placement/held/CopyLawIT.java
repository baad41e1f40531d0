package org.liptako.node.placement.held;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.held.TrialHoldings.NOW;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** A copy that came by copying, under laws that speak of hosting. */
class CopyLawIT {
    private static final String COPYING = rule("OUI", "autoriser", "champ: {operation: repliquer}");

    private final TrialHoldings holdings = new TrialHoldings();

    @BeforeEach
    void aCopyLiesThere() {
        holdings.sealed(holdings.dataset("ML-DS-001", "INTERNAL", "Ministère"), true);
    }

    @AfterEach
    void close() {
        holdings.close();
    }

    @Test
    void aBanOnHostingAloneReachesItHoweverItCame() {
        assertThat(said(COPYING, COPYING)).isEqualTo("PERMIT");
        assertThat(said(
                        COPYING + rule("HOTE", "interdire", "champ: {operation: heberger, jeu.categories: sante}"),
                        COPYING))
                .isEqualTo("DENY ML-HOTE");
        assertThat(said(COPYING, COPYING + rule("HOTE", "interdire", "champ: {operation: [heberger, traiter]}")))
                .isEqualTo("DENY BF-HOTE");
    }

    @Test
    void thatNobodyPermitsHostingInSoManyWordsBansNothing() {
        assertThat(said(
                        COPYING + rule("HOTE", "interdire", "champ: {operation: heberger, jeu.categories: fiscal}"),
                        COPYING))
                .isEqualTo("PERMIT");
    }

    @Test
    void aBanOnHostingThatCannotBeDecidedIsNoPermission() {
        String unknown = rule(
                "HOTE", "interdire", "champ: {operation: heberger}", "condition: {fait: gel.judiciaire, est: oui}");
        String hosting = rule("SOL", "autoriser", "champ: {operation: heberger}");

        assertThat(said(COPYING + hosting + unknown, COPYING + hosting)).isEqualTo("INDETERMINATE ML-HOTE");
    }

    /** The verdict on a sealed copy of Mali's in Burkina Faso, and what refuses it. */
    private String said(String malis, String burkinas) {
        RuleSet rules = load(malis, burkinas);
        Judgement judgement = new CopyLaw(rules, new CompiledEngine(rules))
                .judge(holdings.all().getFirst(), NOW, EnumSet.allOf(Role.class));
        return judgement instanceof Judgement.Decided decided
                ? Stream.concat(
                                Stream.of(decided.verdict().name()),
                                decided.decision().findings().stream()
                                        .filter(finding ->
                                                !finding.verdict().name().equals("PERMIT"))
                                        .flatMap(finding -> finding.rules().stream()))
                        .collect(Collectors.joining(" "))
                : "silent";
    }

    private static String rule(String id, String effect, String... lines) {
        return """
                  - id: %%1$s-%s
                    titre: {fr: a, en: a}
                    texte: {fr: a, en: a}
                    base_legale: [{instrument: a, article: a, statut: exemple}]
                    effet: %s
                    en_vigueur: {du: 2020-01-01}
                """.formatted(id, effect)
                + Stream.of(lines).map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static RuleSet load(String malis, String burkinas) {
        List<SourceFile> files =
                List.of(file("ML", malis), file("BF", burkinas), file("NE", "  []\n"), file("AES", "  []\n"));
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }

    private static SourceFile file(String jurisdiction, String rules) {
        return new SourceFile(
                jurisdiction + ".yaml",
                ("recueil: " + jurisdiction + "\nregles:\n" + rules.formatted(jurisdiction)).getBytes(UTF_8));
    }
}
