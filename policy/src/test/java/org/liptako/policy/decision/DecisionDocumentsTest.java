package org.liptako.policy.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Jurisdiction;

class DecisionDocumentsTest {
    private static final Decision DECISION = Decision.over(
            List.of(
                    Finding.of(
                            Jurisdiction.BF,
                            Role.HOME,
                            Reason.PROHIBITED,
                            List.of("BF-SANTE-1"),
                            List.of(new Derogation("BF-A", "BF-B")),
                            List.of()),
                    Finding.of(Jurisdiction.AES, Role.REGION, Reason.NO_OBJECTION, List.of(), List.of(), List.of())),
            List.of(new Obligation("BF-C", "c")),
            List.of(),
            Instant.parse("2028-01-01T00:00:00Z"));
    private static final String TEXT = """
            {"findings":[\
            {"derogations":[{"ban":"BF-A","by":"BF-B"}],"jurisdiction":"BF","missing":[],"reason":"PROHIBITED","role":"HOME","rules":["BF-SANTE-1"],"verdict":"DENY"},\
            {"derogations":[],"jurisdiction":"AES","missing":[],"reason":"NO_OBJECTION","role":"REGION","rules":[],"verdict":"PERMIT"}],\
            "missing":[],"obligations":[],"obliged_by":[],"valid_until":"2028-01-01T00:00:00Z","verdict":"DENY"}""";

    @Test
    void writesEveryKeySorted() {
        assertThat(DecisionDocuments.text(DECISION)).isEqualTo(TEXT);
        assertThat(DecisionDocuments.bytes(Decision.needing(List.of("operation"))))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"findings\":[],\"missing\":[\"operation\"],\"obligations\":[],\"obliged_by\":[],\"valid_until\":null,\"verdict\":\"INDETERMINATE\"}");
    }

    @Test
    void readsWhatItWrites() {
        assertThat(DecisionDocuments.read(TEXT.getBytes(UTF_8))).isEqualTo(DECISION);
        Decision none = Decision.needing(List.of("operation"));
        assertThat(DecisionDocuments.read(DecisionDocuments.bytes(none))).isEqualTo(none);
    }

    @Test
    void refusesWhatIsNotExactlyADecision() {
        for (String wrong : List.of(
                TEXT.replace("\"missing\":[],\"obligations\"", "\"obligations\""),
                TEXT.replace("\"verdict\":\"DENY\"},", "\"verdict\":\"PERMIT\"},"),
                TEXT.replace("\"obliged_by\":[]", "\"obliged_by\":[],\"obliged_by\":[]"),
                TEXT.replace("\"obliged_by\":[]", "\"obliged_by\":null"),
                TEXT.replace("\"obliged_by\"", "\"blessed_by\":[],\"obliged_by\""),
                TEXT.replace("00:00:00Z", "00:00:00.0Z"),
                TEXT.replace("00:00:00Z", "00:00:00.5Z"),
                TEXT.replace("00:00:00Z", "00:00:00+00:00"),
                TEXT + "{}",
                TEXT.replace("\"BF-A\"", "null"),
                TEXT.replace("\"role\":\"HOME\"", "\"role\":0"),
                "null",
                "")) {
            assertThat(wrong).isNotEqualTo(TEXT);
            assertThatThrownBy(() -> DecisionDocuments.read(wrong.getBytes(UTF_8)))
                    .as(wrong)
                    .isInstanceOf(DecisionFormatException.class);
        }
    }

    @Test
    void refusesAnInstantBetweenSeconds() {
        assertThatThrownBy(() -> new Decision(
                        Verdict.PERMIT, List.of(), List.of(), List.of(), List.of(), Instant.ofEpochSecond(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
