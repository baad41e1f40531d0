package org.liptako.node.cli.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.Row;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.paper.PageText;
import org.liptako.node.wire.Count;
import org.liptako.registry.v1.Coverage;

/** An answer on paper, for a file: the question, what it is true of, who could be asked, and the rows in a table whose head is on every page. It is signed by nobody, and says so. */
final class AnswerPage {
    /** More rows than that nobody reads on paper. */
    static final int MOST_ROWS = 2_000;

    private static final int NARROWEST = 5;
    private static final int WIDEST = 24;

    private static final String STYLE = """
            @page { size: A4 landscape; margin: 13mm 14mm 15mm 14mm;
                    @bottom-left { content: "{footer}"; font-family: 'Liberation Serif'; font-size: 8pt; }
                    @bottom-right { content: "page " counter(page) " / " counter(pages); font-family: 'Liberation Serif'; font-size: 8pt; } }
            body { font-family: 'Liberation Serif'; font-size: 9.5pt; line-height: 1.2; word-wrap: break-word; }
            h1 { font-size: 15pt; margin: 0 0 2mm 0; }
            h2 { font-size: 11pt; margin: 4mm 0 1mm 0; }
            p { margin: 0 0 1mm 0; }
            .validity { font-weight: bold; }
            .rows { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; margin: 3mm 0; font-size: 8pt; }
            .rows th { font-weight: bold; background: #e8e8e8; }
            .rows td, .rows th { text-align: left; vertical-align: top; border: 0.3pt solid #777; padding: 0.7mm 1mm; }
            tr { page-break-inside: avoid; }
            .away { font-weight: bold; }
            """;

    private final AskResponse answer;
    private final Language language;
    private final AnswerColumns columns;
    private final StringBuilder page = new StringBuilder();

    private AnswerPage(AskResponse answer, Language language) {
        this.answer = answer;
        this.language = language;
        this.columns = new AnswerColumns(answer, language);
    }

    /** The page, as HTML. */
    static String of(AskResponse answer, Language language) {
        return new AnswerPage(answer, language).html();
    }

    private String html() {
        String asked =
                language.choose(answer.getAsked().getFr(), answer.getAsked().getEn());
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>")
                .append(PageText.of(asked))
                .append("</title><style>")
                .append(STYLE.replace("{footer}", footer()))
                .append("</style></head><body><h1>")
                .append(PageText.of(asked))
                .append("</h1>");
        paragraph("validity", columns.validity());
        title("Qui a pu être interrogé", "Who could be asked");
        answer.getCoverageList().forEach(this::coverage);
        if (answer.hasLeftOut()) {
            paragraph(
                    "away",
                    language.choose(
                            answer.getLeftOut().getFr(), answer.getLeftOut().getEn()));
        }
        rows();
        longTexts();
        return page.append("</body></html>").toString();
    }

    private String footer() {
        return language.choose(
                "Liptako. Réponse non signée : chaque ligne dit quel État la dit, et dans quelle entrée de son journal.",
                "Liptako. Not signed: each row says which State says so, and in which entry of its journal.");
    }

    private void coverage(Coverage part) {
        paragraph(
                part.getCurrent() ? "there" : "away",
                part.getState()
                        + language.choose(" : ", ": ")
                        + language.choose(
                                part.getWords().getFr(), part.getWords().getEn()));
    }

    private void rows() {
        int count = answer.getRowsCount();
        title("Réponse", "Answer");
        if (count == 0) {
            paragraph("none", language.choose("Rien.", "Nothing."));
            return;
        }
        boolean more = !answer.getNextPageToken().isEmpty();
        paragraph(
                more ? "away" : "count",
                more
                        ? language.choose(
                                "Ici " + Count.fr(count, "ligne") + " ; il y en a d'autres, que --csv écrit toutes.",
                                Count.en(count, "row") + " here; there are more, all of which --csv writes.")
                        : language.choose(Count.fr(count, "ligne") + ".", Count.en(count, "row") + "."));
        List<List<String>> cells = new ArrayList<>(List.of(columns.headings()));
        answer.getRowsList().forEach(row -> cells.add(columns.cells(row)));
        page.append("<table class=\"rows\">");
        widths(cells);
        page.append("<thead>");
        row("th", cells.getFirst());
        page.append("</thead><tbody>");
        cells.stream().skip(1).forEach(row -> row("td", row));
        page.append("</tbody></table>");
    }

    /** By what stands in them, within limits; a longer word is broken. */
    private void widths(List<List<String>> cells) {
        int[] widths = new int[cells.getFirst().size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.clamp(row.get(i).length(), Math.max(NARROWEST, widths[i]), WIDEST);
            }
        }
        int all = 0;
        for (int width : widths) {
            all += width;
        }
        for (int width : widths) {
            page.append(String.format(Locale.ROOT, "<col style=\"width: %.2f%%\"/>", 100.0 * width / all));
        }
    }

    private void row(String cell, List<String> texts) {
        page.append("<tr>");
        for (String text : texts) {
            page.append('<')
                    .append(cell)
                    .append('>')
                    .append(PageText.of(text))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        page.append("</tr>");
    }

    private void longTexts() {
        List<String> texts = new ArrayList<>();
        for (Row row : answer.getRowsList()) {
            columns.longTexts(row)
                    .forEach(text -> texts.add(row.getSaidBy() + "/" + row.getJournalIndex() + ", " + text));
        }
        if (!texts.isEmpty()) {
            title("En clair", "In words");
            texts.forEach(text -> paragraph("long", text));
        }
    }

    private void title(String fr, String en) {
        page.append("<h2>").append(language.choose(fr, en)).append("</h2>");
    }

    private void paragraph(String style, String text) {
        page.append("<p class=\"")
                .append(style)
                .append("\">")
                .append(PageText.of(text))
                .append("</p>");
    }
}
