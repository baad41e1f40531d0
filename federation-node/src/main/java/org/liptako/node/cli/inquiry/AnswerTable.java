package org.liptako.node.cli.inquiry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Cell;
import org.liptako.inquiry.v1.Column;
import org.liptako.inquiry.v1.Row;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Table;

/** An answer as a person reads it: the question, what it is true of, a table of the columns in which anything stands, long texts below, each State's part. */
final class AnswerTable {
    private final AskResponse answer;

    AnswerTable(AskResponse answer) {
        this.answer = answer;
    }

    List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(language.choose(answer.getAsked().getFr(), answer.getAsked().getEn()));
        lines.add(language.choose(
                "Vrai le " + toTheSecond(answer.getHeldAt()) + ", tel que connu le " + toTheSecond(answer.getKnownAt())
                        + ".",
                "True of " + toTheSecond(answer.getHeldAt()) + ", as known at " + toTheSecond(answer.getKnownAt())
                        + "."));
        if (answer.getRowsCount() == 0) {
            lines.add(language.choose("Rien.", "Nothing."));
        } else {
            lines.addAll(table(language));
            lines.addAll(longTexts(language));
        }
        if (!answer.getNextPageToken().isEmpty()) {
            lines.add(language.choose(
                    "Il y a d'autres lignes ; --most en montre plus, --csv les écrit toutes.",
                    "There are more rows; --most shows more, --csv writes all."));
        }
        if (answer.hasLeftOut()) {
            lines.add(language.choose(
                    answer.getLeftOut().getFr(), answer.getLeftOut().getEn()));
        }
        answer.getCoverageList()
                .forEach(part -> lines.add("  " + part.getState() + language.choose(" : ", ": ")
                        + language.choose(
                                part.getWords().getFr(), part.getWords().getEn())));
        return lines;
    }

    private List<String> table(Language language) {
        int[] shown = IntStream.range(0, answer.getColumnsCount())
                .filter(column -> !isLong(column))
                .filter(column -> answer.getRowsList().stream()
                        .anyMatch(row -> !text(row.getCells(column), language).isEmpty()))
                .toArray();
        List<String> headings = new ArrayList<>();
        for (int column : shown) {
            var heading = answer.getColumns(column).getHeading();
            headings.add(language.choose(heading.getFr(), heading.getEn()).toUpperCase(Locale.ROOT));
        }
        headings.addAll(List.of(
                language.choose("DEPUIS", "SINCE"),
                language.choose("DIT PAR", "SAID BY"),
                language.choose("ENTRÉE", "ENTRY")));
        Table table = new Table(headings.toArray(String[]::new));
        for (Row row : answer.getRowsList()) {
            List<String> cells = new ArrayList<>();
            for (int column : shown) {
                String text = text(row.getCells(column), language);
                cells.add(
                        text.isEmpty()
                                ? "—"
                                : answer.getColumns(column).getType().equals("INSTANT") ? toTheSecond(text) : text);
            }
            cells.addAll(
                    List.of(toTheSecond(row.getHeldFrom()), row.getSaidBy(), Long.toString(row.getJournalIndex())));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    /** Under the entry that says so. */
    private List<String> longTexts(Language language) {
        List<String> lines = new ArrayList<>();
        for (Row row : answer.getRowsList()) {
            for (int column = 0; column < answer.getColumnsCount(); column++) {
                String text = text(row.getCells(column), language);
                if (isLong(column) && !text.isEmpty()) {
                    Column which = answer.getColumns(column);
                    lines.add("  " + row.getSaidBy() + "/" + row.getJournalIndex() + " "
                            + language.choose(
                                    which.getHeading().getFr() + " : ",
                                    which.getHeading().getEn() + ": ")
                            + text);
                }
            }
        }
        return lines;
    }

    private boolean isLong(int column) {
        return answer.getColumns(column).getType().equals("LONG");
    }

    private static String text(Cell cell, Language language) {
        return cell.hasWords()
                ? language.choose(cell.getWords().getFr(), cell.getWords().getEn())
                : cell.getValue();
    }

    /** Whole seconds are enough for people; {@code --json} has the instant as it was said. */
    private static String toTheSecond(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
