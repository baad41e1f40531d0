package org.liptako.node.journal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "{\"type\": \"SITE_RECORDED\"}",
                "{\"type\": \"SITE_RECORDED\", \"at\": \"2026-03-01T06:00:00Z\", \"site\": null}",
                "{\"type\": \"SITE_RECORDED\", \"at\": \"2026-03-01T06:00:00Z\", \"site\": {\"id\": \"ML-BKO-1\"}}",
                "{\"type\": \"HOLD_RECORDED\", \"at\": \"2026-03-01T06:00:00Z\", \"dataset\": \"ML-DS-001\", \"reference\": \"r\"}",
                "{\"type\": \"HOLD_RECORDED\", \"at\": \"2026-03-01T06:00:00Z\", \"dataset\": \"ML-DS-001\", \"reference\": \"r\", \"held\": null}",
                "{\"type\": \"HOLD_RECORDED\", \"at\": \"2026-03-01T06:00:00Z\", \"dataset\": \"ML-DS-001\", \"reference\": \"r\", \"held\": true} {}",
                "{\"type\": \"OF_ANOTHER_VERSION\", \"at\": \"2026-03-01T06:00:00Z\"}"
            })
    void anEntryThatIsNotAsItsTypeIsWrittenIsPassedOver(String payload) {
        assertThat(JournalJson.event(payload)).isEmpty();
    }

    @Test
    void whatMayBeNullMayBeLeftOutAndKeysOfOtherVersionsArePassedOver() {
        assertThat(JournalJson.event("""
                        {"type": "AUTHORISATION_RECORDED", "at": "2026-03-01T06:00:00Z", "dataset": "ML-DS-001",
                         "operation": "REPLICATE", "destination": "BF", "status": "GRANTED", "from": "2026-03-01T06:00:00Z",
                         "reference": "r", "seen": "by a later version"}
                        """))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(AuthorisationRecorded.class));
    }

    @Test
    void nullIsNoDocument() {
        assertThatIllegalArgumentException().isThrownBy(() -> JournalJson.read("null", PlacementTerms.class));
    }
}
