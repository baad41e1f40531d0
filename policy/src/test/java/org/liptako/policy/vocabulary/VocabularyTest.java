package org.liptako.policy.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @Test
    void numbersItsFactsDensely() {
        assertThat(VOCABULARY.facts())
                .hasSize(33)
                .extracting(Fact::ordinal)
                .containsExactlyElementsOf(IntStream.range(0, 33).boxed().toList());
    }

    @Test
    void knowsFactsByCodeExactlyAndByNameLoosely() {
        Fact home = VOCABULARY.theFact("dataset.home");

        assertThat(VOCABULARY.factInRules("Jeu.État")).contains(home);
        assertThat(VOCABULARY.factInRules("dataset.home")).isEmpty();
        assertThat(VOCABULARY.fact("Dataset.home")).isEmpty();
        assertThat(home.memberStatesOnly()).isTrue();
        assertThat(VOCABULARY.theFact("target.state").memberStatesOnly()).isFalse();
    }

    @Test
    void keepsTheOrderOfRisingValues() {
        Fact classification = VOCABULARY.theFact("dataset.classification");

        assertThat(classification.words())
                .extracting(FactWord::code)
                .containsExactly("PUBLIC", "INTERNAL", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP_SECRET");
        assertThat(classification.wordInRules("Très_Secret"))
                .map(FactWord::rank)
                .contains(5);
    }

    @Test
    void comparesFactsWithTheSameValuesOnly() {
        assertThat(comparable("authorisation.APDP", "authorisation.CIL")).isTrue();
        assertThat(comparable("target.state", "dataset.home")).isTrue();
        assertThat(comparable("target.tier", "copy.size_gb")).isTrue();
        assertThat(comparable("dataset.classification", "dataset.personal")).isFalse();
        assertThat(comparable("dataset.id", "target.state")).isFalse();
    }

    @Test
    void changesTheMembersOfASpaceAtMidnightUtc() {
        Space ecowas = VOCABULARY.spaceInRules("CEDEAO").orElseThrow();
        Instant leaving = Instant.parse("2025-01-29T00:00:00Z");

        assertThat(ecowas.boundaries()).containsExactly(leaving);
        assertThat(ecowas.contains("ML", leaving.minusNanos(1))).isTrue();
        assertThat(ecowas.contains("ML", leaving)).isFalse();
        assertThat(ecowas.contains("SN", leaving)).isTrue();
        assertThat(VOCABULARY.spaceInRules("AES").orElseThrow().boundaries())
                .containsExactly(Instant.parse("2024-07-06T00:00:00Z"));
        assertThat(VOCABULARY.spaceInRules("UEMOA").orElseThrow().boundaries()).isEmpty();
    }

    @Test
    void labelsObligations() {
        Obligation notice =
                VOCABULARY.obligation("aviser_l_autorite_sous_72_heures").orElseThrow();

        assertThat(notice.days()).isEqualTo(3);
        assertThat(notice.enforced()).isFalse();
        assertThat(VOCABULARY.obligation("double_signature"))
                .map(Obligation::enforced)
                .contains(true);
        assertThat(VOCABULARY.obligation("Double_signature")).isEmpty();
    }

    @Test
    void admitsEveryCountryThatTheRuntimeKnows() {
        assertThat(Countries.codes()).containsExactlyInAnyOrder(Locale.getISOCountries());
        assertThat(Countries.codes())
                .allSatisfy(code ->
                        assertThat(Countries.unpack(Countries.pack(code))).isEqualTo(code));
        assertThat(Countries.isAssigned("AN")).isFalse();
        assertThat(Countries.isAssigned("ml")).isFalse();
    }

    @Test
    void foldsCaseAndAccentsOnly() {
        assertThat(Folded.of("RÈGLES")).isEqualTo("regles");
        assertThat(Folded.of("re\u0301gles")).isEqualTo("regles");
        assertThat(Folded.of("diffusion restreinte")).isEqualTo("diffusion restreinte");
    }

    @Test
    void guessesNearMissesAndNothingElse() {
        assertThat(Nearest.to("condtion", List.of("champ", "condition"))).contains("condition");
        assertThat(Nearest.to("xylophone", List.of("champ", "condition"))).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), List.of("x".repeat(99_999)))).isEmpty();
    }

    private static boolean comparable(String one, String other) {
        return VOCABULARY.theFact(one).isComparableWith(VOCABULARY.theFact(other));
    }
}
