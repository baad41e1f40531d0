package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** The sample rules, as the demonstration runs them. */
final class TrialRules {
    private static final Path SAMPLES = Path.of("src/main/samples/rules");

    private TrialRules() {}

    static RuleSet samples() {
        return load(List.of(file("ml.yaml"), file("bf.yaml"), file("ne.yaml"), file("aes.yaml")));
    }

    /** The samples, but for the AES's rule that what crosses a border is encrypted. */
    static RuleSet samplesWithoutAes2() {
        return load(List.of(
                file("ml.yaml"),
                file("bf.yaml"),
                file("ne.yaml"),
                new SourceFile("aes.yaml", "recueil: AES\nregles: []\n".getBytes(UTF_8))));
    }

    /** The samples, and one more rule of Mali's that only adds obligations to copies elsewhere. */
    static RuleSet samplesObligingMali(String... codes) {
        String rule = """
                recueil: ML
                regles:
                  - id: ML-DEVOIRS-1
                    titre: {fr: "Devoirs d'une copie ailleurs", en: "Duties of a copy elsewhere"}
                    texte: {fr: "Devoirs.", en: "Duties."}
                    base_legale: [{instrument: "Loi d'essai", article: "7", statut: exemple}]
                    effet: assortir
                    en_vigueur: {du: 2024-01-01}
                    champ: {operation: repliquer}
                    obligations: [%s]
                """.formatted(String.join(", ", codes));
        return load(List.of(
                file("ml.yaml"),
                new SourceFile("ml-devoirs.yaml", rule.getBytes(UTF_8)),
                file("bf.yaml"),
                file("ne.yaml"),
                file("aes.yaml")));
    }

    static SourceFile file(String name) {
        try {
            return new SourceFile(name, Files.readAllBytes(SAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleSet load(List<SourceFile> files) {
        return switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }
}
