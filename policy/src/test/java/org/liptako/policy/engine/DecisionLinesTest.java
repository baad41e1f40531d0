package org.liptako.policy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

class DecisionLinesTest {
    private static final RuleSet RULES =
            new Rulebook().rule("ML-A", "effet: autoriser").ruleSet();
    private static final String STORED =
            "{\"at\": \"2026-07-01T00:00:00Z\", \"operation\": \"STORE\", \"dataset\": {\"home\": \"ML\"}, \"target\": {\"state\": \"ML\"}}";
    private static final String PERMITTED =
            "{\"findings\":[{\"derogations\":[],\"jurisdiction\":\"ML\",\"missing\":[],\"reason\":\"PERMITTED\",\"role\":\"HOME\",\"rules\":[\"ML-A\"],\"verdict\":\"PERMIT\"},"
                    + "{\"derogations\":[],\"jurisdiction\":\"AES\",\"missing\":[],\"reason\":\"NO_OBJECTION\",\"role\":\"REGION\",\"rules\":[],\"verdict\":\"PERMIT\"}],"
                    + "\"missing\":[],\"obligations\":[],\"obliged_by\":[],\"valid_until\":null,\"verdict\":\"PERMIT\"}";

    @Test
    void answersEachLineByOneInOrder() throws IOException {
        List<String> answers = answers(STORED + "\n[]\n\n" + STORED.replace("STORE", "STRE") + "\n" + STORED);

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).isEqualTo(PERMITTED);
        assertThat(answers.get(1)).startsWith("{\"error\":{\"fact\":\"\",\"message\":\"");
        assertThat(answers.get(2)).startsWith("{\"error\":{\"fact\":\"\"");
        assertThat(answers.get(3)).startsWith("{\"error\":{\"fact\":\"operation\"");
        assertThat(answers.get(4)).isEqualTo(PERMITTED);
    }

    @Test
    void rejectsALineThatIsTooLongAndGoesOn() throws IOException {
        String endless = "{\"at\": \"" + "1".repeat(5 * FactsReader.MOST_BYTES) + "\"}";

        List<String> answers = answers(endless + "\n" + STORED + "\n");

        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).startsWith("{\"error\":{\"fact\":\"\"");
        assertThat(answers.getLast()).isEqualTo(PERMITTED);
    }

    @Test
    void rejectsBytesThatAreNotUtf8() throws IOException {
        byte[] line = STORED.getBytes(UTF_8);
        line[3] = (byte) 0xff;

        assertThat(answers(line)).singleElement().asString().startsWith("{\"error\":{\"fact\":\"\"");
    }

    @Test
    void writesAnErrorWhoseKeyNoEncodingCanWrite() throws IOException {
        assertThat(answers("{\"\\ud800\": 1}")).singleElement().asString().startsWith("{\"error\":{\"fact\":\"");
    }

    @Test
    @Timeout(10)
    void answersALineBeforeTheNextIsAsked() throws Exception {
        PipedInputStream questions = new PipedInputStream();
        PipedInputStream answers = new PipedInputStream(1 << 16);
        PipedOutputStream told = new PipedOutputStream(answers);
        Thread judging;
        try (PipedOutputStream ask = new PipedOutputStream(questions)) {
            judging = Thread.startVirtualThread(() -> {
                try {
                    lines(new CompiledEngine(RULES)).answer(questions, told);
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            });
            for (int i = 0; i < 3; i++) {
                ask.write((STORED + "\n").getBytes(UTF_8));
                ask.flush();
                assertThat(new String(answers.readNBytes(PERMITTED.length() + 1), UTF_8))
                        .isEqualTo(PERMITTED + "\n");
            }
        }
        judging.join();
    }

    @Test
    void stopsAtTheFirstLineToWhichTheEngineIsSilent() {
        PolicyEngine silent = new FixedEngine(new Judgement.Undecided(
                "d", new EngineIdentity("opa", "1"), Judgement.Failure.ENGINE_UNAVAILABLE, "It is gone."));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> lines(silent).answer(input(("[]\n" + STORED + "\n" + STORED).getBytes(UTF_8)), out))
                .hasMessage("ENGINE_UNAVAILABLE: It is gone.")
                .isInstanceOfSatisfying(
                        UndecidedException.class,
                        thrown -> assertThat(thrown.undecided()).isEqualTo(silent.judge(Documents.toBurkina(""))));
        assertThat(out.toString(UTF_8).lines()).singleElement().asString().startsWith("{\"error\"");
    }

    /** Each batch is flushed before more lines are waited for, and no batch is longer than 256 lines. */
    @Test
    void answersWhatHasArrivedTogetherUpTo256Lines() throws IOException {
        FlushCounting out = new FlushCounting();

        lines(new CompiledEngine(RULES))
                .answer(input((STORED + "\n").repeat(257).getBytes(UTF_8)), out);

        assertThat(out.toString(UTF_8).lines()).hasSize(257).containsOnly(PERMITTED);
        assertThat(out.flushes).as("two batches, and the end").isEqualTo(3);
    }

    private static final class FlushCounting extends ByteArrayOutputStream {
        private int flushes;

        @Override
        public void flush() {
            flushes++;
        }
    }

    private static List<String> answers(String input) throws IOException {
        return answers(input.getBytes(UTF_8));
    }

    private static List<String> answers(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines(new CompiledEngine(RULES)).answer(input(input), out);
        return out.toString(UTF_8).lines().toList();
    }

    private static ByteArrayInputStream input(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static DecisionLines lines(PolicyEngine engine) {
        return new DecisionLines(engine, RULES.vocabulary(), Bilingual::en);
    }
}
