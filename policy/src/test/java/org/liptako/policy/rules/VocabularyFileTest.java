package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.vocabulary.NextVocabulary;
import org.liptako.policy.vocabulary.Vocabulary;

/** A newer vocabulary beside the rules. */
class VocabularyFileTest {
    private static final SourceFile NEXT = new SourceFile("vocabulaire.yaml", NextVocabulary.file());

    @Test
    void rulesMaySayWhatItAdds() {
        assertThat(load()).isInstanceOf(LoadResult.Rejected.class);
        assertThat(load(NEXT)).isInstanceOfSatisfying(LoadResult.Loaded.class, loaded -> {
            assertThat(loaded.ruleSet().vocabulary().version()).isEqualTo(2);
            assertThat(loaded.ruleSet().of(Jurisdiction.AES).files())
                    .extracting(RuleFile::path)
                    .containsExactly("AES.yaml");
        });
    }

    @Test
    void oneThatChangesAWordIsRefusedAtItsPlace() {
        byte[] changed = new String(NextVocabulary.file(), UTF_8)
                .replace("jeu.strategique", "jeu.souverain")
                .getBytes(UTF_8);

        assertThat(errors(load(new SourceFile("vocabulaire.yaml", changed)))).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo("vocabulaire.yaml");
            assertThat(error.wording().fr()).contains("« dataset.strategic »", "ne fait qu'ajouter");
        });
    }

    @Test
    void thereIsOneForAllRules() {
        assertThat(errors(load(NEXT, new SourceFile("aes/vocabulaire.yaml", NextVocabulary.file()))))
                .extracting(error -> error.wording().en())
                .anyMatch(words -> words.contains("keep one only"));
    }

    private static List<RuleError> errors(LoadResult result) {
        return result instanceof LoadResult.Rejected rejected ? rejected.errors() : List.of();
    }

    /** A rule of Mali's about biometric data, which version 1 has no word for. */
    private static LoadResult load(SourceFile... more) {
        List<SourceFile> files = new ArrayList<>(List.of(more));
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            String rules = jurisdiction == Jurisdiction.ML ? """
                            regles:
                              - id: ML-1
                                titre: {fr: a, en: a}
                                texte: {fr: a, en: a}
                                base_legale: [{instrument: a, article: a, statut: exemple}]
                                effet: interdire
                                en_vigueur: {du: 2020-01-01}
                                champ: {jeu.categories: biometrie, jeu.vivant: oui}
                            """ : "regles: []\n";
            files.add(new SourceFile(
                    jurisdiction + ".yaml", ("recueil: " + jurisdiction + "\n" + rules).getBytes(UTF_8)));
        }
        return new RuleLoader(Vocabulary.standard()).load(files);
    }
}
