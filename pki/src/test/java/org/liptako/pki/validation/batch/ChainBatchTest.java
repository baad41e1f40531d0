package org.liptako.pki.validation.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.pki.name.Zone;

/** Lines in, lines out. */
class ChainBatchTest {
    private static final String HOPELESS =
            "{\"id\":%d,\"chain\":[\"AAAA\"],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\"}%n";

    private static String answers(BatchProfile profile, String lines)
            throws IOException, MalformedLineException, InterruptedException {
        StringWriter answers = new StringWriter();
        new ChainBatch(profile, Zone.INTERNAL).run(new BufferedReader(new StringReader(lines)), answers);
        return answers.toString();
    }

    private static String goodLines() throws IOException {
        try (InputStream resource = ChainBatch.class.getResourceAsStream("warm-up.jsonl")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void acceptsGoodChainsOfAllKindsOfKeysAndOneWithLists() throws Exception {
        assertThat(answers(BatchProfile.RFC5280, goodLines()).lines())
                .hasSize(9)
                .allMatch(line -> line.contains("\"verdict\":\"ACCEPT\",\"reason\":\"VALID\",\"micros\":"));
    }

    @Test
    void ourProfileRefusesWhatItDoesNotKnow() throws Exception {
        assertThat(answers(BatchProfile.LIPTAKO, goodLines()).lines())
                .hasSize(9)
                .allMatch(line -> line.contains("\"verdict\":\"REJECT\""));
    }

    @Test
    void answersInTheOrderOfTheLines() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(HOPELESS.formatted(i));
        }

        String answers = answers(BatchProfile.RFC5280, lines.toString());

        assertThat(answers.lines().map(line -> line.substring(0, line.indexOf(','))))
                .hasSize(500)
                .isSortedAccordingTo((one, two) -> Integer.compare(number(one), number(two)));
        assertThat(answers.lines()).allMatch(line -> line.contains("\"REJECT\",\"reason\":\"MALFORMED"));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf(':') + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "NOT_AN_OBJECT; {",
                "NOT_AN_OBJECT; 7",
                "NOT_AN_OBJECT; {\"chain\":7}",
                "INCOMPLETE; {\"id\":\"x\"}",
                "INCOMPLETE; null",
                "TIME; {\"chain\":[],\"roots\":[],\"time\":\"yesterday\"}",
                "PURPOSE; {\"chain\":[],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\",\"purpose\":\"all\"}",
                "REVOCATION; {\"chain\":[],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\",\"revocation\":\"ocsp\"}",
                "POLICY; {\"chain\":[],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\",\"policy\":{\"initial\":[\"x\"]}}",
                "KEY_USAGE; {\"chain\":[],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\",\"keyUsage\":[\"x\"]}",
            })
    void namesTheLineThatIsNoCaseOnceAllAreAnswered(LineFault fault, String line) throws Exception {
        StringWriter answers = new StringWriter();
        String lines = HOPELESS.formatted(1) + line + "\n" + HOPELESS.formatted(3) + "{\n";

        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> new ChainBatch(BatchProfile.RFC5280, Zone.INTERNAL)
                        .run(new BufferedReader(new StringReader(lines)), answers))
                .satisfies(malformed -> assertThat(malformed.line()).isEqualTo(2))
                .satisfies(malformed -> assertThat(malformed.fault()).isEqualTo(fault));

        assertThat(answers.toString().lines())
                .hasSize(4)
                .allMatch(answer -> answer.contains("\"verdict\":\"REJECT\",\"reason\":\"MALFORMED"));
    }

    @Test
    void aLineThatIsNoCaseKeepsItsName() {
        StringWriter answers = new StringWriter();
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> new ChainBatch(BatchProfile.RFC5280, Zone.INTERNAL)
                        .run(new BufferedReader(new StringReader("{\"id\":\"x\",\"chain\":7}")), answers));
        assertThat(answers.toString())
                .startsWith(
                        "{\"id\":\"x\",\"verdict\":\"REJECT\",\"reason\":\"MALFORMED (no case: expected one JSON object"
                                + " a line)\"");
    }

    @Test
    void cutsALineThatIsTooLongAndReadsOn() throws Exception {
        BoundedLines lines = new BoundedLines(new BufferedReader(new StringReader("x".repeat(20_000) + "\ny\n")), 10);
        assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(11));
        assertThat(lines.next()).hasValue("y");
        assertThat(lines.number()).isEqualTo(2);
        assertThat(lines.next()).isEmpty();
    }
}
