package org.liptako.node.cli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.registry.v1.ImportTableResponse;
import org.liptako.registry.v1.RefusedCell;

/** What came of a spreadsheet: what was taken, or every row refused with its place and mend; for the screen, and as CSV for the spreadsheet it came from. */
final class ImportReport {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final ImportTableResponse answer;

    ImportReport(ImportTableResponse answer) {
        this.answer = answer;
    }

    List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        if (answer.getRefusedInAll() > 0) {
            lines.add(language.choose(
                    "Rien n'a été repris : " + Count.fr(answer.getRefusedInAll(), "erreur") + " sur "
                            + Count.fr(answer.getRefusedLines(), "ligne") + ".",
                    "Nothing was taken: " + Count.en(answer.getRefusedInAll(), "mistake") + " in "
                            + Count.en(answer.getRefusedLines(), "row") + "."));
            answer.getRefusedList().forEach(refused -> lines.add("  " + line(refused, language)));
            if (answer.getRefusedInAll() > answer.getRefusedCount()) {
                int more = answer.getRefusedInAll() - answer.getRefusedCount();
                lines.add(language.choose(
                        "  … et " + Count.fr(more, "autre") + " ; corrigez celles-ci d'abord.",
                        "  … and " + more + " more; mend these first."));
            }
        } else {
            lines.add(language.choose(
                    counts(answer.getTaken()).getFr(), counts(answer.getTaken()).getEn()));
        }
        answer.getRemarksList()
                .forEach(remark ->
                        lines.add(language.choose("Remarque : " + remark.getFr(), "Remark: " + remark.getEn())));
        return lines;
    }

    private Sentence counts(boolean taken) {
        String others = answer.getKnown() + " déjà au registre ; " + Count.fr(answer.getLeftOut(), "laissée")
                + " aux autres États.";
        String rest =
                answer.getKnown() + " already in the registry; " + answer.getLeftOut() + " left to the other States.";
        return Sentence.newBuilder()
                .setFr(Count.fr(answer.getSites(), "lieu", "lieux") + ", "
                        + Count.fr(answer.getDatasets(), "jeu", "jeux") + " et "
                        + Count.fr(answer.getReplicas(), "copie")
                        + (taken ? " enregistrés ; " : " seraient enregistrés, rien ne l'a été (--check) ; ")
                        + others)
                .setEn(Count.en(answer.getSites(), "site") + ", " + Count.en(answer.getDatasets(), "dataset") + " and "
                        + Count.en(answer.getReplicas(), "copy", "copies")
                        + (taken ? " recorded; " : " would be recorded, nothing was (--check); ") + rest)
                .build();
    }

    private static String line(RefusedCell refused, Language language) {
        String sheet = refused.getSheet().isEmpty() ? "" : refused.getSheet() + ", ";
        String column = refused.getColumn().isEmpty()
                ? ""
                : language.choose(", colonne ", ", column ")
                        + refused.getColumn()
                        + (refused.getHeading().isEmpty() ? "" : " (" + refused.getHeading() + ")");
        return sheet
                + language.choose("ligne ", "row ")
                + refused.getLine()
                + column
                + language.choose(" : ", ": ")
                + language.choose(refused.getWords().getFr(), refused.getWords().getEn());
    }

    /** Writes what was refused into a new file. */
    void write(Path path, Screen screen) {
        Language language = screen.language();
        List<String> lines = new ArrayList<>();
        lines.add(csv(
                language.choose("feuille", "sheet"),
                language.choose("ligne", "row"),
                language.choose("colonne", "column"),
                language.choose("en-tête", "heading"),
                language.choose("valeur", "value"),
                language.choose("erreur", "mistake")));
        answer.getRefusedList()
                .forEach(refused -> lines.add(csv(
                        refused.getSheet(),
                        Integer.toString(refused.getLine()),
                        refused.getColumn(),
                        refused.getHeading(),
                        refused.getValue(),
                        language.choose(
                                refused.getWords().getFr(), refused.getWords().getEn()))));
        try {
            Files.writeString(path, MARK + String.join("", lines), StandardOpenOption.CREATE_NEW);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        screen.remark(
                path + " : " + Count.fr(answer.getRefusedCount(), "erreur écrite", "erreurs écrites") + ".",
                path + ": " + Count.en(answer.getRefusedCount(), "mistake") + " written.");
    }

    private static String csv(String... cells) {
        return Stream.of(cells)
                .map(cell -> !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(";", "", "\r\n"));
    }
}
