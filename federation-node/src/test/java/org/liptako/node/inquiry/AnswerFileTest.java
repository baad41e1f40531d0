package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.registry.Source;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

class AnswerFileTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void aCsvFileIsForAFrenchSpreadsheet() {
        CsvFile file = new CsvFile(true);
        String text = file.page(answer("1234.5", "une \"copie\" ; deux")) + file.page(answer("7", "x")) + file.end();

        assertThat(text.lines().toList())
                .startsWith(
                        "\uFEFF\"jeu\";\"nom\";\"site\";\"avant\";\"statut\";\"accord\";\"dit par\";\"entrée\";\"depuis\";\"connu depuis\"")
                .hasSize(3);
        assertThat(text).contains("\"une \"\"copie\"\" ; deux\"").contains("\r\n");
    }

    @Test
    void numbersHaveADecimalCommaAndNoQuotes() {
        Row row = new Row.Draft().put(Column.SIZE_GB, Cell.of("1234.5")).from(source());

        assertThat(new CsvFile(true).page(answer(Question.COPIES, Map.of(Blank.DATASET, "ML-DS-008"), row)))
                .contains(";1234,5;");
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaIsMadeText() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝")) {
            assertThat(new CsvFile(true).page(answer("1", start + "HYPERLINK(\"http://x\")")))
                    .as(start)
                    .contains("\"'" + start + "HYPERLINK(\"\"http://x\"\")\"");
        }
    }

    @Test
    void everyLineOfJsonReadsByItself() throws Exception {
        JsonLinesFile file = new JsonLinesFile();
        String text = file.page(answer("1", "site")) + file.end();
        List<JsonNode> lines = text.lines().map(AnswerFileTest::read).toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("question").asText()).isEqualTo("changes");
        assertThat(lines.get(1).path("site").asText()).isEqualTo("site");
        assertThat(lines.get(1).path("journal_index").asLong()).isEqualTo(7);
        assertThat(lines.get(2).at("/coverage/NE/current").asBoolean(true)).isFalse();
    }

    private static Answer answer(String grant, String site) {
        return answer(
                Question.CHANGES,
                Map.of(Blank.STATE, "ML", Blank.SINCE, "2026-03-01T00:00:00Z", Blank.UNTIL, "2026-03-02T00:00:00Z"),
                new Row.Draft()
                        .put(Column.GRANT, Cell.of(grant))
                        .put(Column.SITE, Cell.of(site))
                        .from(source()));
    }

    private static Answer answer(Question question, Map<Blank, String> blanks, Row row) {
        return new Answer(
                new Asked(question, blanks, NOW),
                new Page(List.of(row), Cursor.START),
                List.of(new RegistryCoverage.Part(
                        State.NE,
                        false,
                        Optional.empty(),
                        new Sentence("Niger : jamais joint.", "Niger: never reached."),
                        OptionalLong.empty())),
                Optional.empty());
    }

    private static Source source() {
        return new Source(State.BF, 7, NOW, NOW);
    }

    private static JsonNode read(String line) {
        try {
            return JournalJson.mapper().readTree(line);
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(line, unreadable);
        }
    }
}
