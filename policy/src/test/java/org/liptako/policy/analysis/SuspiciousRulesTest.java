package org.liptako.policy.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

class SuspiciousRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void warnsWithPlaceAndMendOfEachKind() {
        List<RuleError> warnings = warnings(
                "{id: ML-1, effet: autoriser, en_vigueur: {du: 2020-01-01}, champ: {jeu.classification: public}, condition: {fait: jeu.classification, est: secret}",
                "{id: ML-2, effet: exiger, en_vigueur: {du: 2020-01-01}, condition: {fait: lieu.niveau, au_plus: 4}",
                "{id: ML-3, effet: autoriser, en_vigueur: {du: 2020-01-01}, condition: {fait: lieu.niveau, au_plus: 1}",
                "{id: ML-4, effet: interdire, en_vigueur: {du: 2020-01-01}, condition: {fait: lieu.niveau, au_plus: 2}",
                "{id: ML-5, effet: deroger, deroge_a: [ML-4], en_vigueur: {du: 2020-01-01}, condition: {fait: lieu.niveau, est: 3}",
                "{id: ML-6, effet: autoriser, en_vigueur: {du: 2020-01-01, au: 2026-11-30}");

        assertThat(warnings)
                .extracting(warning -> warning.where() + " " + warning.code())
                .containsExactly(
                        "ml.yaml:3:10 NEVER_FIRES",
                        "ml.yaml:4:10 ALWAYS_MET",
                        "ml.yaml:5:10 SHADOWED_PERMISSION",
                        "ml.yaml:7:10 IDLE_DEROGATION",
                        "ml.yaml:8:10 PERIOD_OVER");
        assertThat(warnings)
                .allSatisfy(warning -> assertThat(
                                warning.wording().fr() + warning.wording().en())
                        .doesNotContain("%s"));
    }

    @Test
    void aDerogationThatActsLaterIsNotSuspicious() {
        assertThat(warnings(
                        "{id: ML-1, effet: interdire, en_vigueur: {du: 2028-01-01}",
                        "{id: ML-2, effet: deroger, deroge_a: [ML-1], en_vigueur: {du: 2020-01-01}"))
                .isEmpty();
    }

    @Test
    void nothingInTheSampleRulesIsSuspicious() {
        LoadResult samples = new RuleLoader(Vocabulary.standard()).load(Path.of("src/test/resources/rules"));

        assertThat(SuspiciousRules.of((LoadResult.Loaded) samples, NOW)).isEmpty();
    }

    private static List<RuleError> warnings(String... rules) {
        StringBuilder mali = new StringBuilder("recueil: ML\nregles:\n");
        for (String rule : rules) {
            mali.append("  - ")
                    .append(rule)
                    .append(
                            ", titre: {fr: a, en: a}, texte: {fr: a, en: a}, base_legale: [{instrument: a, article: a, statut: exemple}]}\n");
        }
        List<SourceFile> files = Jurisdiction.all().stream()
                .map(one -> one == Jurisdiction.ML
                        ? new SourceFile("ml.yaml", mali.toString().getBytes(UTF_8))
                        : new SourceFile(
                                one + ".yaml",
                                "recueil: %s\nregles: []\n".formatted(one).getBytes(UTF_8)))
                .toList();
        return SuspiciousRules.of((LoadResult.Loaded) new RuleLoader(Vocabulary.standard()).load(files), NOW);
    }
}
