package org.liptako.policy.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionTest {
    private static final Vocabulary FIRST = Vocabulary.standard();

    /** Every rule set of every State names this digest: the first version stays as it is for ever. */
    @Test
    void theFirstVersionNeverChanges() {
        assertThat(FIRST.version()).isEqualTo(1);
        assertThat(FIRST.digest()).isEqualTo("82420b8c1c86b868dc07835e3fbf4b9d46954fea9c5c188a7d6607e0f0fa5cdc");
    }

    @Test
    void aNewerVersionMayAdd() throws VocabularyException {
        Vocabulary next = FIRST.followedBy(NextVocabulary.file());

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.theFact("dataset.categories").wordByCode("BIOMETRIC")).isPresent();
        assertThat(next.factInRules("jeu.vivant")).isPresent();
        assertThat(FIRST.followedBy(NextVocabulary.file())).isSameAs(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "MAIL: messagerie, |''|dataset.categories",
                "MAIL: messagerie|MAIL: courrier|dataset.categories",
                "INTERNAL: interne,|TOP_SECRET: tres_secret, INTERNAL: interne,|vocabul",
                "fr: jeu.strategique|fr: jeu.souverain|dataset.strategic",
                "min: 0, max: 4|min: 0, max: 5|target.tier",
                "from: 2024-07-06|from: 2024-07-07|AES",
                "days: 30|days: 31|proces_verbal_d_effacement_sous_30_jours",
                "Base stratégique|Base souveraine|dataset.strategic",
                "REFUSED: refusee, |REFUSED: refusee, LOST: perdue, |vocabul",
            })
    void aNewerVersionChangesNothing(String was, String is, String named) {
        String changed = NextVocabulary.text().replace(was, is.equals("''") ? "" : is);
        assertThat(changed).isNotEqualTo(NextVocabulary.text());
        assertThatExceptionOfType(VocabularyException.class)
                .isThrownBy(() -> FIRST.followedBy(changed.getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.wording().fr()).contains(named));
    }

    @Test
    void versionsOnlyMoveForward() throws VocabularyException {
        Vocabulary next = FIRST.followedBy(NextVocabulary.file());

        assertThatExceptionOfType(VocabularyException.class)
                .isThrownBy(() -> next.followedBy(NextVocabulary.first().getBytes(UTF_8)))
                .withMessageContaining("versions only move forward");
        assertThatExceptionOfType(VocabularyException.class)
                .isThrownBy(() -> FIRST.followedBy(NextVocabulary.first().getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "version: 2",
        "[1",
        "'{version: 2, facts: 3}'",
        "'{version: x, spaces: {}, facts: [], obligations: []}'"
    })
    void whatIsNoVocabularyIsRefusedInOneSentence(String file) {
        assertThatExceptionOfType(VocabularyException.class)
                .isThrownBy(() -> FIRST.followedBy(file.getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.wording().fr()).contains("n'est pas un vocabulaire"));
    }
}
