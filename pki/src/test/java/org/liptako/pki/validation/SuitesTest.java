package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first few hundred cases of each suite; {@link SuitesMeasure} asks thousands. */
class SuitesTest {
    private static final int CASES = 60;

    @Test
    void findsTheGoodPathInEveryBagAndNoOther() {
        assertThat(PathSuite.cases(0, CASES)).noneMatch(SuiteCase::isAnsweredWrongly);
    }

    @Test
    void allowsNamesWithinTheConstraintsOfAllCasAndNoOthers() {
        assertThat(NameSuite.cases(0, CASES)).noneMatch(SuiteCase::isAnsweredWrongly);
    }

    @Test
    void believesWhatListsShowUnrevokedAndNothingElse() {
        assertThat(ListSuite.cases(0, CASES)).noneMatch(SuiteCase::isAnsweredWrongly);
    }
}
