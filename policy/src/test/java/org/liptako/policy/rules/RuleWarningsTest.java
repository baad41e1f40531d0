package org.liptako.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.vocabulary.Vocabulary;

class RuleWarningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OBLIGATION_UNKNOWN   | 9:19 | obligations: [double_signatur]
            NEVER_A_MEMBER_STATE | 9:38 | condition: {fait: jeu.etat, est: FR}
            EMPTY_RANGE          | 9:16 | condition: {fait: lieu.niveau, au_moins: 3, au_plus: 2}
            VALUE_REPEATED       | 9:46 | condition: {fait: lieu.etat, parmi: [BF, BF]}
            """)
    void warnsOfWhatIsAllowedButOdd(String code, String place, String line) {
        List<RuleError> warnings =
                warnings(BookTexts.withRule("effet: autoriser", "en_vigueur: {du: 2026-01-01}", line));

        assertThat(warnings).extracting(RuleError::code).containsExactly(code);
        assertThat(warnings).extracting(RuleError::where).containsExactly("bf.yaml:" + place);
    }

    @Test
    void warnsOfPeriodsThatOverlap() {
        List<RuleError> warnings = warnings(BookTexts.withRule(
                "effet: autoriser", "en_vigueur: [{du: 2026-06-01}, {du: 2026-01-01, au: 2026-06-01}]"));

        assertThat(warnings).extracting(RuleError::code).containsExactly("PERIODS_OVERLAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“Titre”", "”Titre”", "„Titre“", "« Titre »", "»Titre«", "‘Titre’", "‹ Titre ›", "“L’eau”"})
    void warnsOfQuotesThatYamlTakesForLetters(String title) {
        String text = BookTexts.withRule("effet: autoriser", "en_vigueur: {du: 2026-01-01}")
                .replace("titre: {fr: \"Titre\"", "titre: {fr: " + title);

        assertThat(warnings(text)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("TYPOGRAPHIC_QUOTES");
            assertThat(warning.wording().fr()).contains(title.substring(0, 1), title.substring(title.length() - 1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"« Titre »\"", "'“Titre”'", "Le « titre »", "« Un » et « deux »", "L’eau"})
    void doesNotWarnOfQuotesThatAreMeant(String title) {
        String text = BookTexts.withRule("effet: autoriser", "en_vigueur: {du: 2026-01-01}")
                .replace("titre: {fr: \"Titre\"", "titre: {fr: " + title);

        assertThat(warnings(text)).isEmpty();
    }

    @Test
    void warnsOfABanNamedTwice() {
        String text = BookTexts.withRule("effet: interdire", "en_vigueur: {du: 2026-01-01}") + """
                  - id: BF-2
                    titre: {fr: "Titre", en: "Title"}
                    texte: {fr: "Texte", en: "Text"}
                    base_legale: [{instrument: "Loi", article: "1", statut: exemple}]
                    effet: deroger
                    deroge_a: [BF-1, BF-1]
                    en_vigueur: {du: 2026-01-01}
                """;

        assertThat(warnings(text)).extracting(RuleError::code).containsExactly("DEROGATION_REPEATED");
    }

    private static List<RuleError> warnings(String bf) {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(BookTexts.directory(bf));
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return result.warnings();
    }
}
