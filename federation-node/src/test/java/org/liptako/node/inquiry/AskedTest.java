package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.node.wire.Failure;

class AskedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void everyBlankOfASentenceIsRequiredAndEveryRequiredBlankIsInIt() {
        for (Question question : Question.values()) {
            for (Blank blank : Blank.values()) {
                boolean required = question.required().contains(blank);
                String hole = "{" + blank.key() + "}";
                assertThat(question.sentence().fr().contains(hole))
                        .as(question + " " + blank)
                        .isEqualTo(required);
                assertThat(question.sentence().en().contains(hole))
                        .as(question + " " + blank)
                        .isEqualTo(required);
            }
        }
    }

    @Test
    void everyQuestionIsNamedOnceAndFoundByItsName() {
        assertThat(Stream.of(Question.values()).map(Question::key)).doesNotHaveDuplicates();
        for (Question question : Question.values()) {
            assertThat(Question.ofKey(question.key())).contains(question);
        }
    }

    @Test
    void theSentenceIsFilledInAndWhatNarrowsItStandsAfterIt() {
        Asked asked = new Asked(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.STATUS, "SEALED"), NOW).checked();

        assertThat(asked.sentence().fr())
                .isEqualTo(
                        "Quelles copies de ML sont hors de son sol, sous quel accord et jusqu'à quand ? [status = SEALED]");
    }

    @Test
    void refusesWhatIsMissingWhatIsNotAskedForAndWhatHasNoMeaning() {
        refused(Question.ABROAD, Map.of(), "wants the blank state");
        refused(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.SITE, "ML-BKO-1"), "has no blank site");
        refused(Question.ABROAD, Map.of(Blank.STATE, "FR"), "state cannot be");
        refused(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.ON, "yesterday"), "on cannot be");
        refused(Question.ABROAD, Map.of(Blank.STATE, "ML", Blank.STATUS, "SEALED,GONE"), "status cannot be");
        refused(Question.PROOFS, Map.of(Blank.STATE, "ML", Blank.DAYS, "-1"), "days cannot be");
        refused(Question.PROOFS, Map.of(Blank.STATE, "ML", Blank.DAYS, "ten"), "days cannot be");
        refused(
                Question.REFUSALS,
                Map.of(Blank.SINCE, "2026-03-02T00:00:00Z", Blank.UNTIL, "2026-03-01T00:00:00Z"),
                "until cannot be");
    }

    @Test
    void refusesATokenOfAnotherQuestion() {
        for (String token : List.of("a", "a/b", "a/b/c/d")) {
            assertThatThrownBy(() -> CopyAnswer.cursor(Cursor.ofToken(token)))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("INVALID_REQUEST");
        }
    }

    private static void refused(Question question, Map<Blank, String> blanks, String why) {
        assertThatThrownBy(() -> new Asked(question, blanks, NOW).checked())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("INVALID_REQUEST")
                .hasMessageContaining(why);
    }
}
