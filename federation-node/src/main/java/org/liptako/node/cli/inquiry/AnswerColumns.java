package org.liptako.node.cli.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Cell;
import org.liptako.inquiry.v1.Column;
import org.liptako.inquiry.v1.Row;
import org.liptako.node.cli.Language;

/** An answer's rows as a reader of one language sees them: the columns in which anything stands, then since when, who says so, and in which entry; long texts apart. */
final class AnswerColumns {
    private final AskResponse answer;
    private final Language language;
    private final int[] shown;

    AnswerColumns(AskResponse answer, Language language) {
        this.answer = answer;
        this.language = language;
        this.shown = IntStream.range(0, answer.getColumnsCount())
                .filter(column -> !isLong(column))
                .filter(column -> answer.getRowsList().stream()
                        .anyMatch(row -> !text(row.getCells(column)).isEmpty()))
                .toArray();
    }

    List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (int column : shown) {
            headings.add(heading(answer.getColumns(column)));
        }
        headings.addAll(List.of(
                language.choose("depuis", "since"),
                language.choose("dit par", "said by"),
                language.choose("entrée", "entry")));
        return headings;
    }

    /** One for each heading. */
    List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column : shown) {
            String text = text(row.getCells(column));
            cells.add(
                    text.isEmpty() ? "—" : CellText.of(answer.getColumns(column).getType(), text, language));
        }
        cells.addAll(List.of(
                CellText.instant(row.getHeldFrom(), language), row.getSaidBy(), Long.toString(row.getJournalIndex())));
        return cells;
    }

    /** Each with its heading before it. */
    List<String> longTexts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < answer.getColumnsCount(); column++) {
            String text = text(row.getCells(column));
            if (isLong(column) && !text.isEmpty()) {
                texts.add(heading(answer.getColumns(column)) + language.choose(" : ", ": ") + text);
            }
        }
        return texts;
    }

    /** What the answer is true of. */
    String validity() {
        String held = CellText.instant(answer.getHeldAt(), language);
        String known = CellText.instant(answer.getKnownAt(), language);
        return language.choose(
                "Vrai le " + held + ", tel que connu le " + known + " ; les heures sont en UTC.",
                "True of " + held + ", as known at " + known + ".");
    }

    private String heading(Column column) {
        return language.choose(column.getHeading().getFr(), column.getHeading().getEn());
    }

    private boolean isLong(int column) {
        return answer.getColumns(column).getType().equals("LONG");
    }

    private String text(Cell cell) {
        return cell.hasWords()
                ? language.choose(cell.getWords().getFr(), cell.getWords().getEn())
                : cell.getValue();
    }
}
