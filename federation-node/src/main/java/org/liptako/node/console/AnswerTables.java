package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.inquiry.Answer;
import org.liptako.node.inquiry.Cell;
import org.liptako.node.inquiry.Column;
import org.liptako.node.inquiry.ColumnType;
import org.liptako.node.inquiry.Row;
import org.liptako.node.journal.event.Country;
import org.liptako.node.registry.ReplicaStatus;

/** Puts the rows of an answer into words: codes as the bundles and the vocabulary have them, long texts apart, who says so and since when at the end. */
@Singleton
final class AnswerTables {
    /** What stands for nothing, so that a cell is not taken for one that was forgotten. */
    private static final String NOTHING = "–";

    private static final int DIGEST_SHOWN = 12;

    private final FactWords facts;

    AnswerTables(FactWords facts) {
        this.facts = facts;
    }

    AnswerTable of(Answer answer, Words words) {
        List<Column> columns = answer.asked().question().columns().stream()
                .filter(column -> answer.page().rows().stream()
                        .anyMatch(row -> !text(row.cell(column), words).isEmpty()))
                .toList();
        List<String> headings = new ArrayList<>();
        columns.stream()
                .filter(column -> column.type() != ColumnType.LONG)
                .forEach(column -> headings.add(words.of(column.heading())));
        headings.add(words.of("since"));
        headings.add(words.of("said"));
        return new AnswerTable(
                headings,
                byCopy(answer).stream().map(said -> row(columns, said, words)).toList());
    }

    /** What several States say of one copy is one row; the State with the last word speaks first. */
    private static List<List<Row>> byCopy(Answer answer) {
        boolean onCopies = answer.asked().question().isOnCopies();
        List<List<Row>> rows = new ArrayList<>();
        for (Row row : answer.page().rows()) {
            if (onCopies && !rows.isEmpty() && isOfOneCopy(rows.getLast().getFirst(), row)) {
                rows.getLast().add(row);
            } else {
                rows.add(new ArrayList<>(List.of(row)));
            }
        }
        return rows;
    }

    private static boolean isOfOneCopy(Row one, Row other) {
        return Stream.of(Column.DATASET, Column.SITE)
                .allMatch(column ->
                        one.cell(column).value().equals(other.cell(column).value()));
    }

    private static FactRow other(Row said, Words words) {
        return new FactRow(
                words.of("answer.other", words.of(said.source().saidBy())),
                words.of(
                        "other.word",
                        words.of(said.source().saidBy()),
                        coded("status.", said.cell(Column.STATUS).value(), words),
                        words.of(said.source().heldFrom()),
                        Long.toString(said.source().journalIndex())));
    }

    private AnswerRow row(List<Column> columns, List<Row> said, Words words) {
        Row row = said.getFirst();
        List<AnswerCell> cells = new ArrayList<>();
        List<FactRow> texts = new ArrayList<>();
        for (Column column : columns) {
            String text = text(row.cell(column), words);
            if (column.type() != ColumnType.LONG) {
                cells.add(text.isEmpty() ? plain(column, NOTHING, words) : cell(column, text, words));
            } else if (!text.isEmpty()) {
                texts.add(new FactRow(words.of(column.heading()), text));
            }
        }
        said.stream().skip(1).map(other -> other(other, words)).forEach(texts::add);
        cells.add(new AnswerCell(words.of("since"), words.of(row.source().heldFrom()), "", ""));
        cells.add(new AnswerCell(words.of("said"), said(row, words), "", ""));
        return new AnswerRow(cells, texts);
    }

    private static String said(Row row, Words words) {
        return words.of(
                "said.entry",
                words.of(row.source().saidBy()),
                Long.toString(row.source().journalIndex()));
    }

    private AnswerCell cell(Column column, String text, Words words) {
        return switch (column) {
            case DATASET -> new AnswerCell(words.of(column.heading()), text, "/datasets/" + text, "");
            case COUNTRY, OWNER, REMOTE_ADMIN, KEY_CUSTODIAN, OTHER_STATE, CHALLENGER ->
                plain(column, country(text, words), words);
            case RULE_SET, DOCUMENT -> plain(column, shortened(text), words);
            case OPERATION -> plain(column, facts.of("operation", text, words), words);
            case CONTROL -> plain(column, facts.of("target.control", text, words), words);
            case STATUS, BEFORE, OTHER_STATUS ->
                new AnswerCell(words.of(column.heading()), coded("status.", text, words), "", tone(text));
            case REASON ->
                plain(column, coded(words.has("refusal." + text) ? "refusal." : "verdict.", text, words), words);
            case ARTICLES -> plain(column, words.citation(text), words);
            case CERTAINTY ->
                new AnswerCell(
                        words.of(column.heading()),
                        coded("certainty.", text, words),
                        "",
                        text.equals("PROVED") ? CopyTone.GOOD : CopyTone.OPEN);
            default -> plain(column, typed(column, text, words), words);
        };
    }

    private static AnswerCell plain(Column column, String text, Words words) {
        return new AnswerCell(words.of(column.heading()), text, "", "");
    }

    private static String typed(Column column, String text, Words words) {
        return switch (column.type()) {
            case INSTANT -> words.of(Instant.parse(text));
            case DAY -> Measures.day(LocalDate.parse(text), words);
            case NUMBER -> Measures.number(new BigDecimal(text), words);
            case BOOLEAN -> Measures.yesOrNo(Boolean.parseBoolean(text), words);
            case CODE -> coded(column.key() + ".", text, words);
            case TEXT, LONG -> text;
        };
    }

    /** A code that has no words, because another State's node wrote what it liked, is shown as it is. */
    private static String coded(String group, String code, Words words) {
        return words.has(group + code) ? words.of(group + code) : code;
    }

    private static String tone(String status) {
        return EnumNames.of(ReplicaStatus.class, status)
                .map(known -> CopyTone.of(known, false))
                .orElse("");
    }

    private static String country(String code, Words words) {
        try {
            return words.of(new Country(code));
        } catch (IllegalArgumentException noCode) {
            return code;
        }
    }

    private static String shortened(String digest) {
        return digest.length() > DIGEST_SHOWN ? digest.substring(0, DIGEST_SHOWN) + "…" : digest;
    }

    private static String text(Cell cell, Words words) {
        return Optional.ofNullable(cell.words()).map(words::of).orElse(cell.value());
    }
}
