package org.liptako.node.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyLineGoesOn(String typed) {
        assertThat(Reply.of(typed)).isEqualTo(Reply.GO_ON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", " Q ", "quit", "quitter", "exit"})
    void whoeverSaysSoLeaves(String typed) {
        assertThat(Reply.of(typed)).isEqualTo(Reply.LEAVE);
    }

    @Test
    void theEndOfInputLeaves() {
        assertThat(Reply.of(null)).isEqualTo(Reply.LEAVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"non", "what?", "liptako where ML-DS-008", "qq"})
    void whateverElseIsTypedRunsNothing(String typed) {
        assertThat(Reply.of(typed)).isEqualTo(Reply.UNCLEAR);
    }
}
