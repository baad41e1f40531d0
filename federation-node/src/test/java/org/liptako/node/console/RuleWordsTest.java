package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.rulebook.reading.ArticleChange;
import org.liptako.node.rulebook.reading.CalendarEntry;
import org.liptako.node.rulebook.reading.DecisionGrid;
import org.liptako.node.rulebook.reading.PartChange;
import org.liptako.node.rulebook.reading.Standing;

/** Whatever the rules' pages may have to say has words. */
class RuleWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyStandingChangePartAndOutcomeHasWords(String language) {
        Words words = Words.in(language);

        assertThat(Stream.of(Standing.values())
                        .flatMap(one -> Stream.of("law.status." + one, "law.standing." + one, "law.article." + one)))
                .allMatch(words::has);
        assertThat(Stream.of(ArticleChange.Kind.values()).map(one -> "law.change." + one))
                .allMatch(words::has);
        assertThat(Stream.of(PartChange.Part.values()).map(one -> "law.part." + one))
                .allMatch(words::has);
        assertThat(Stream.of(DecisionGrid.Outcome.values())
                        .flatMap(one -> Stream.of("law.letter." + one, "law.outcome." + one)))
                .allMatch(words::has);
        assertThat(Stream.of(CalendarEntry.Kind.values())
                        .map(one -> "calendar." + one.name().toLowerCase(Locale.ROOT)))
                .allMatch(words::has);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void signersAreNamedByRoleAndState(String language) {
        Words words = Words.in(language);

        assertThat(SignerNames.of(List.of("ML officer a-traore", "BF officer 1", "somebody"), words))
                .contains("Mali (a-traore)", "Burkina Faso (1)", "somebody")
                .doesNotContain("officer a-traore");
        assertThat(SignerNames.of(List.of(), words)).isNotEmpty();
        assertThat(SignerNames.of("ML operator ML-BKO-1 1", words))
                .contains("ML-BKO-1 (1)")
                .doesNotContain("ML operator");
    }
}
