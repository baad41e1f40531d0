package org.liptako.node.cli.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Row;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Table;
import org.liptako.node.wire.Count;

/** An answer as a person reads it: the question, what it is true of, a table of the columns in which anything stands, long texts below, each State's part. */
public final class AnswerTable {
    private final AskResponse answer;

    public AnswerTable(AskResponse answer) {
        this.answer = answer;
    }

    /** The lines, in a reader's language. */
    public List<String> lines(Language language) {
        AnswerColumns columns = new AnswerColumns(answer, language);
        List<String> lines = new ArrayList<>();
        lines.add(language.choose(answer.getAsked().getFr(), answer.getAsked().getEn()));
        lines.add(columns.validity());
        if (answer.getRowsCount() == 0) {
            lines.add(language.choose(
                    "Rien : d'après les journaux connus ici, aucune ligne ne répond à cette question.",
                    "Nothing: by the journals known here, no row answers this question."));
        } else {
            lines.addAll(table(columns));
            lines.addAll(CodeLegend.lines(answer, language));
            lines.addAll(longTexts(columns));
            lines.add(language.choose(
                    Count.fr(answer.getRowsCount(), "ligne") + ".", Count.en(answer.getRowsCount(), "row") + "."));
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

    private List<String> table(AnswerColumns columns) {
        Table table = new Table(columns.headings().stream()
                .map(heading -> heading.toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
        for (Row row : answer.getRowsList()) {
            table.row(columns.cells(row).toArray(String[]::new));
        }
        return table.lines();
    }

    /** Under the entry that says so. */
    private List<String> longTexts(AnswerColumns columns) {
        List<String> lines = new ArrayList<>();
        for (Row row : answer.getRowsList()) {
            for (String text : columns.longTexts(row)) {
                lines.add("  " + row.getSaidBy() + "/" + row.getJournalIndex() + " " + text);
            }
        }
        return lines;
    }
}
