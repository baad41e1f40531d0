package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

class RequestFieldsTest {
    @Test
    void readsWhatAnswersHold() {
        assertThat(RequestFields.instant("held_at", "2026-03-01T07:00:00+01:00"))
                .hasValue(Instant.parse("2026-03-01T06:00:00Z"));
        assertThat(RequestFields.instant("held_at", "")).isEmpty();
        assertThat(RequestFields.page("", "ML", 5)).isEqualTo(new Page("", "", "ML-", 5));
        assertThat(RequestFields.page("ML-DS-001", "", 5)).isEqualTo(new Page("ML-DS-001", "", "", 5));
        assertThat(RequestFields.page("ML-DS-001/BF-OUA-1", "", 5)).isEqualTo(new Page("ML-DS-001", "BF-OUA-1", "", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-01",
                "1969-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void refusesAnInstantThatNoAnswerCouldBeTrueOf(String text) {
        refused(() -> RequestFields.instant("known_at", text), "known_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML", "ML-DS-001/", "ML-DS-001/nowhere at all", "ML-DS-001\u0000", "/"})
    void refusesATokenThatNoAnswerHeld(String token) {
        refused(() -> RequestFields.page(token, "", 5), "page_token");
    }

    @Test
    void aTextThatIsRepeatedMovesNoTerminal() {
        refused(() -> RequestFields.dataset("\u001b[2J"), "\"?[2J\"");
    }

    private static void refused(ThrowingCallable call, String naming) {
        assertThatThrownBy(call)
                .hasMessageContaining(naming)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
}
