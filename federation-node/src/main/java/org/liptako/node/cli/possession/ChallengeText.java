package org.liptako.node.cli.possession;

import java.util.List;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.possession.v1.ChallengeCopiesResponse;
import org.liptako.registry.v1.ChallengeResult;
import org.liptako.registry.v1.ListChallengesResponse;

/** What challenges have shown, as a person reads it. */
final class ChallengeText {
    private static final int SHORT_ROOT = 12;

    private ChallengeText() {}

    static void print(ListChallengesResponse answer, Screen screen) {
        Language language = screen.language();
        if (answer.getResultsCount() == 0) {
            screen.line(
                    "Aucune copie n'a été mise au défi, à ce que disent les journaux.",
                    "No copy has been challenged, by what the journals say.");
        } else {
            table(answer.getResultsList(), language).print(screen);
            answer.getResultsList()
                    .forEach(result -> screen.line("  " + result.getDataset() + " " + result.getSite()
                            + language.choose(" : ", ": ")
                            + language.choose(
                                    result.getWords().getFr(), result.getWords().getEn())));
        }
        answer.getUnreachableList()
                .forEach(silence -> screen.line(
                        silence.getSite() + " : " + silence.getSaidBy() + " ne le joint pas depuis "
                                + silence.getSince() + " (entrée " + silence.getJournalIndex()
                                + ") ; cela ne dit rien de ses copies.",
                        silence.getSite() + ": " + silence.getSaidBy() + " cannot reach it since "
                                + silence.getSince() + " (entry " + silence.getJournalIndex()
                                + "); that says nothing of its copies."));
        answer.getCoverageList()
                .forEach(part -> screen.line("  " + part.getState() + language.choose(" : ", ": ")
                        + language.choose(
                                part.getWords().getFr(), part.getWords().getEn())));
    }

    static void print(ChallengeCopiesResponse copy, Screen screen) {
        String root = copy.getVersionRoot();
        String place =
                copy.getDataset() + " " + copy.getSite() + " " + root.substring(0, Math.min(SHORT_ROOT, root.length()));
        screen.line(
                place + " : " + outcome(copy.getOutcome(), Language.FRENCH) + ". "
                        + copy.getWords().getFr(),
                place + ": " + outcome(copy.getOutcome(), Language.ENGLISH) + ". "
                        + copy.getWords().getEn());
    }

    private static Table table(List<ChallengeResult> results, Language language) {
        Table table = language == Language.FRENCH
                ? new Table("JEU", "SITE", "PAR", "RÉSULTAT", "LE", "BLOCS", "ENTRÉE")
                : new Table("DATASET", "SITE", "BY", "RESULT", "AT", "CHUNKS", "ENTRY");
        results.forEach(result -> table.row(
                result.getDataset(),
                result.getSite(),
                result.getSaidBy(),
                outcome(result.getOutcome(), language),
                result.getAt(),
                (result.getSamples() - result.getWrong()) + "/" + result.getSamples() + "/" + result.getChunks(),
                Long.toString(result.getJournalIndex())));
        return table;
    }

    private static String outcome(String outcome, Language language) {
        return switch (outcome) {
            case "PROVED" -> language.choose("prouvée", "proved");
            case "WRONG" -> language.choose("réponse fausse", "wrong answer");
            case "MISSED" -> language.choose("délai manqué", "deadline missed");
            case "UNREACHABLE" -> language.choose("injoignable", "unreachable");
            case "" -> language.choose("pas de résultat", "no result");
            default -> outcome;
        };
    }
}
