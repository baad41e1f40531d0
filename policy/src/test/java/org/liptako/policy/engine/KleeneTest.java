package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.policy.engine.Kleene.FALSE;
import static org.liptako.policy.engine.Kleene.TRUE;
import static org.liptako.policy.engine.Kleene.UNKNOWN;

import org.junit.jupiter.api.Test;

/** Section 3: Kleene's strong tables. */
class KleeneTest {
    private static final int[] VALUES = {FALSE, UNKNOWN, TRUE};

    @Test
    void andIsTheLesserOfFalseUnknownTrue() {
        int[][] table = {
            {FALSE, FALSE, FALSE},
            {FALSE, UNKNOWN, UNKNOWN},
            {FALSE, UNKNOWN, TRUE},
        };
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(Kleene.and(VALUES[i], VALUES[j])).isEqualTo(table[i][j]);
            }
        }
    }

    @Test
    void orIsTheGreaterOfFalseUnknownTrue() {
        int[][] table = {
            {FALSE, UNKNOWN, TRUE},
            {UNKNOWN, UNKNOWN, TRUE},
            {TRUE, TRUE, TRUE},
        };
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(Kleene.or(VALUES[i], VALUES[j])).isEqualTo(table[i][j]);
            }
        }
    }

    @Test
    void notSwapsTrueAndFalseAndKeepsUnknown() {
        assertThat(Kleene.not(FALSE)).isEqualTo(TRUE);
        assertThat(Kleene.not(TRUE)).isEqualTo(FALSE);
        assertThat(Kleene.not(UNKNOWN)).isEqualTo(UNKNOWN);
    }

    @Test
    void deMorganHoldsAndTheExcludedMiddleDoesNot() {
        for (int one : VALUES) {
            for (int other : VALUES) {
                assertThat(Kleene.not(Kleene.and(one, other))).isEqualTo(Kleene.or(Kleene.not(one), Kleene.not(other)));
            }
        }
        assertThat(Kleene.or(UNKNOWN, Kleene.not(UNKNOWN))).isEqualTo(UNKNOWN);
    }

    @Test
    void onlyFalseCannotBeTrue() {
        assertThat(Kleene.mayBeTrue(TRUE)).isTrue();
        assertThat(Kleene.mayBeTrue(UNKNOWN)).isTrue();
        assertThat(Kleene.mayBeTrue(FALSE)).isFalse();
    }
}
