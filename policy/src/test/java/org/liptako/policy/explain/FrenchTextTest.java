package org.liptako.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrenchTextTest {

    @Test
    void keepsPunctuationWithItsWord() {
        assertThat(FrenchText.of("« l'État » : oui ; non ?"))
                .isEqualTo("«\u202Fl’État\u202F»\u00A0: oui\u202F; non\u202F?");
    }

    @Test
    void leavesAlreadyTypographicTextAlone() {
        String once = FrenchText.of("« l'État » : oui ; non ?");

        assertThat(FrenchText.of(once)).isEqualTo(once);
    }
}
