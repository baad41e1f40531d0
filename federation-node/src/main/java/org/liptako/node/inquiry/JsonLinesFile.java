package org.liptako.node.inquiry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** An answer as lines of JSON: the question first, then a line for each row, each State's part last. */
final class JsonLinesFile implements AnswerFile {
    private boolean begun;
    private String end = "";

    @Override
    public String page(Answer answer) {
        StringBuilder text = new StringBuilder();
        if (!begun) {
            begun = true;
            text.append(question(answer)).append('\n');
            end = coverage(answer);
        }
        answer.page()
                .rows()
                .forEach(row -> text.append(row(answer.asked().question(), row)).append('\n'));
        return text.toString();
    }

    @Override
    public String end() {
        return end;
    }

    private static ObjectNode question(Answer answer) {
        ObjectNode line = object();
        line.put("question", answer.asked().question().key());
        line.set(
                "asked",
                object().put("fr", answer.asked().sentence().fr())
                        .put("en", answer.asked().sentence().en()));
        line.put("held_at", answer.asked().asOf().held().toString());
        line.put("known_at", answer.asked().asOf().known().toString());
        answer.leftOut()
                .ifPresent(words ->
                        line.set("left_out", object().put("fr", words.fr()).put("en", words.en())));
        return line;
    }

    private static ObjectNode row(Question question, Row row) {
        ObjectNode line = object();
        for (Column column : question.columns()) {
            Cell cell = row.cell(column);
            if (cell.words() != null) {
                line.set(
                        column.key(),
                        object().put("fr", cell.words().fr())
                                .put("en", cell.words().en()));
            } else if (!cell.value().isEmpty()) {
                switch (column.type()) {
                    case NUMBER -> line.put(column.key(), new BigDecimal(cell.value()));
                    case BOOLEAN -> line.put(column.key(), Boolean.parseBoolean(cell.value()));
                    case TEXT, CODE, INSTANT, DAY, LONG -> line.put(column.key(), cell.value());
                }
            }
        }
        return line.put("said_by", row.source().saidBy().name())
                .put("journal_index", row.source().journalIndex())
                .put("held_from", row.source().heldFrom().toString())
                .put("known_from", row.source().knownFrom().toString());
    }

    private static String coverage(Answer answer) {
        ObjectNode line = object();
        ObjectNode states = line.putObject("coverage");
        answer.coverage()
                .forEach(part -> states.putObject(part.state().name())
                        .put("current", part.current())
                        .put("known_at", part.knownAt().map(Object::toString).orElse(null))
                        .put("fr", part.words().fr())
                        .put("en", part.words().en()));
        return line + "\n";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
