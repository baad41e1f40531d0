package org.liptako.policy.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.vocabulary.Vocabulary;

class FactsReaderTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final String AT = "\"at\": \"2026-07-01T00:00:00Z\"";

    private final FactsReader reader = new FactsReader(VOCABULARY);

    @Test
    void readsEveryTypeOfFact() throws FactsException {
        Facts facts = reader.read("""
                {"at": "2026-07-01T00:00:00.5+01:00", "operation": "REPLICATE",
                 "dataset": {"id": "ML-1", "home": "ML", "classification": "SECRET", "strategic": true,
                             "categories": ["HEALTH", "TAX", "HEALTH"]},
                 "target": {"state": "NO", "tier": 4, "quota_left_gb": -9223372036854775808}, "copy": null,
                 "authorisation": {"CIL": null}}""");

        assertThat(facts.at()).isEqualTo(Instant.parse("2026-06-30T23:00:00.5Z"));
        assertThat(facts.atSecond())
                .isEqualTo(Instant.parse("2026-06-30T23:00:00Z").getEpochSecond());
        assertThat(codes(facts, "operation")).containsExactly("REPLICATE");
        assertThat(codes(facts, "dataset.id")).containsExactly("ML-1");
        assertThat(codes(facts, "dataset.home")).containsExactly("ML");
        assertThat(codes(facts, "dataset.classification")).containsExactly("SECRET");
        assertThat(codes(facts, "dataset.strategic")).containsExactly("true");
        assertThat(codes(facts, "dataset.categories")).containsExactly("TAX", "HEALTH");
        assertThat(codes(facts, "target.state")).containsExactly("NO");
        assertThat(codes(facts, "target.tier")).containsExactly("4");
        assertThat(codes(facts, "target.quota_left_gb")).containsExactly("-9223372036854775808");
        assertThat(codes(facts, "authorisation.CIL")).isEmpty();
        assertThat(facts.isKnown(VOCABULARY.theFact("copy.encrypted"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%s}",
                "{%s, \"dataset\": null}",
                "{%s, \"dataset\": {}}",
                "{%s, \"dataset\": {\"categories\": []}}"
            })
    void takesWhatIsNotSaidForUnknown(String document) throws FactsException {
        assertThat(reader.read(document.formatted(AT)).known()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dataset.clasification   | {AT, "dataset": {"clasification": "PUBLIC"}}
            unknown                 | {AT, "unknown": null}
            unknown                 | {AT, "unknown": {"a": 1, "a": 2}}
            dataset.home            | {AT, "dataset.home": "ML"}
            Operation               | {AT, "Operation": "STORE"}
            operation               | {AT, "operation": "store"}
            operation               | {AT, "operation": "REPLIQUER"}
            operation               | {AT, "operation": ""}
            operation               | {AT, "operation": ["STORE"]}
            operation               | {AT, "operation": {"x": 1}}
            operation               | {AT, "operation": 3}
            operation               | {AT, "operation": true}
            operation               | {AT, "operation": "STORE", "operation": "STORE"}
            operation               | {AT, "operation": null, "operation": null}
            operation               | {AT, "operation": "STORE", "\\u006fperation": "STORE"}
            dataset                 | {AT, "dataset": {}, "dataset": {}}
            dataset                 | {AT, "dataset": null, "dataset": {"home": "ML"}}
            dataset                 | {AT, "dataset": []}
            dataset                 | {AT, "dataset": "ML"}
            dataset.home            | {AT, "dataset": {"home": "FR"}}
            dataset.home            | {AT, "dataset": {"home": "ml"}}
            dataset.home            | {AT, "dataset": {"home": {}}}
            dataset.categories      | {AT, "dataset": {"categories": "HEALTH"}}
            dataset.categories      | {AT, "dataset": {"categories": ["HEALTH", "SANTE"]}}
            dataset.categories      | {AT, "dataset": {"categories": ["HEALTH", null]}}
            dataset.categories      | {AT, "dataset": {"categories": [["HEALTH"]]}}
            dataset.strategic       | {AT, "dataset": {"strategic": "true"}}
            dataset.strategic       | {AT, "dataset": {"strategic": 1}}
            dataset.id              | {AT, "dataset": {"id": ""}}
            dataset.id              | {AT, "dataset": {"id": 7}}
            dataset.id              | {AT, "dataset": {"id": "\\ud800"}}
            dataset.id              | {AT, "dataset": {"id": "x\\udc00\\ud800"}}
            target.state            | {AT, "target": {"state": "XX"}}
            target.state            | {AT, "target": {"state": "UK"}}
            target.state            | {AT, "target": {"state": "FRA"}}
            target.tier             | {AT, "target": {"tier": 5}}
            target.tier             | {AT, "target": {"tier": -1}}
            target.tier             | {AT, "target": {"tier": 3.0}}
            target.tier             | {AT, "target": {"tier": 3e0}}
            target.tier             | {AT, "target": {"tier": "3"}}
            target.quota_left_gb    | {AT, "target": {"quota_left_gb": 9223372036854775808}}
            target.quota_left_gb    | {AT, "target": {"quota_left_gb": -9223372036854775809}}
            copy.size_gb            | {AT, "copy": {"size_gb": -1}}
            at                      | {"operation": "STORE"}
            at                      | {"at": null}
            at                      | {AT, AT}
            at                      | {"at": 1782864000}
            at                      | {"at": ["2026-07-01T00:00:00Z"]}
            at                      | {"operation": "store", "zzz": 1}
            dataset.a               | {AT, "dataset": {"z": 1, "a": 1}, "operation": "x"}
            """)
    void namesTheLeastFactThatIsWrong(String fact, String document) {
        FactsException refusal = refusal(document.replace("AT", AT));

        assertThat(refusal.fact()).isEqualTo(fact);
        assertThat(refusal.wording().fr())
                .endsWith(refusal.wording().fr().endsWith("?") ? "?" : ".")
                .isNotEqualTo(refusal.wording().en());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"at\"",
                "{",
                "{} {}",
                "{}]",
                "{'at': 1}",
                "{\"at\": 1,}",
                "{\"at\": 01}",
                "{\"at\": NaN}",
                "{\"at\": +1}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{} // comment",
                "\uFEFF{}",
                "{\"dataset\": {\"home\": \"FR\"}"
            })
    void namesNoFactWhereThereIsNoJsonObject(String document) {
        assertThat(refusal(document).fact()).isEmpty();
    }

    @Test
    void ordersCodesByCodePointNotByUtf16() {
        FactsException refusal = refusal("{%s, \"\uD834\uDD1E\": 1, \"\uFFFD\": 1}".formatted(AT));

        assertThat(refusal.fact()).isEqualTo("\uFFFD");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] document = "{%s, \"dataset\": {\"id\": \"x\"}}".formatted(AT).getBytes(UTF_8);
        document[document.length - 4] = (byte) 0xC0;

        FactsException refusal = catchThrowableOfType(FactsException.class, () -> reader.read(document));

        assertThat(refusal.fact()).isEmpty();
    }

    @Test
    void refusesADocumentThatIsTooLong() {
        String document = "{%s, \"dataset\": {\"id\": \"%s\"}}".formatted(AT, "é".repeat(FactsReader.MOST_BYTES / 2));

        assertThat(refusal(document).getMessage()).contains("65536");
    }

    @Test
    void survivesNestingAndManyKeysMadeToExhaustIt() {
        assertThat(refusal("{%s, \"a\": %s%s}".formatted(AT, "[".repeat(30_000), "]".repeat(30_000)))
                        .fact())
                .isEqualTo("a");
        StringBuilder keys = new StringBuilder("{" + AT);
        for (int i = 0; i < 4_000; i++) {
            keys.append(", \"k").append(i).append("\": 1");
        }
        assertThat(refusal(keys + "}").fact()).isEqualTo("k0");
    }

    @Test
    void suggestsTheFactThatWasMeant() {
        FactsException refusal = refusal("{%s, \"dataset\": {\"clasification\": \"PUBLIC\"}}".formatted(AT));

        assertThat(refusal.wording().fr())
                .isEqualTo(
                        "Le fait « dataset.clasification » n'existe pas : vouliez-vous dire « dataset.classification » ?");
        assertThat(refusal.wording().en())
                .isEqualTo("There is no fact \"dataset.clasification\": did you mean \"dataset.classification\"?");
    }

    private FactsException refusal(String document) {
        return catchThrowableOfType(FactsException.class, () -> reader.read(document));
    }

    private static List<String> codes(Facts facts, String code) {
        return facts.codes(VOCABULARY.theFact(code));
    }
}
