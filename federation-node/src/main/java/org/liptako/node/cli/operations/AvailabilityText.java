package org.liptako.node.cli.operations;

import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.operations.v1.AvailabilityPromise;
import org.liptako.operations.v1.AvailabilityWord;
import org.liptako.operations.v1.GetAvailabilityResponse;

/** A month of service, as a person reads it. */
final class AvailabilityText {
    private static final long MINUTE = 60;
    private static final double PPM_IN_PERCENT = 1e4;

    private AvailabilityText() {}

    static void print(GetAvailabilityResponse answer, Screen screen) {
        screen.line(
                "Disponibilité de " + answer.getMonth() + " (UTC), jusqu'au " + LocalTime.of(answer.getUntil())
                        + ", en minutes.",
                "Availability of " + answer.getMonth() + " (UTC), until " + LocalTime.of(answer.getUntil())
                        + ", in minutes.");
        words(answer, screen).print(screen);
        answer.getPromisesList().forEach(promise -> print(promise, answer.getMonth(), screen));
        remarks(answer, screen);
    }

    private static Table words(GetAvailabilityResponse answer, Screen screen) {
        Language language = screen.language();
        Table table = language == Language.FRENCH
                ? new Table(
                        "SITE",
                        "MESURÉ PAR",
                        "DISPONIBLE",
                        "PAS PRÊT",
                        "MUET",
                        "PANNES",
                        "LA PLUS LONGUE",
                        "PRÉVU",
                        "REFUS",
                        "INCONNU",
                        "ENTRÉE")
                : new Table(
                        "SITE",
                        "MEASURED BY",
                        "AVAILABLE",
                        "NOT READY",
                        "SILENT",
                        "OUTAGES",
                        "LONGEST",
                        "PLANNED",
                        "REFUSED",
                        "UNKNOWN",
                        "ENTRY");
        for (AvailabilityWord word : answer.getWordsList()) {
            table.row(
                    word.getSite(),
                    word.getMeasuredBy(),
                    share(word, screen),
                    minutes(word.getNotReady(), screen),
                    minutes(word.getSilent(), screen),
                    Integer.toString(word.getOutages()),
                    minutes(word.getLongest(), screen),
                    minutes(word.getPlanned(), screen),
                    minutes(word.getRefused(), screen),
                    minutes(word.getUnknown(), screen),
                    word.hasJournalIndex()
                            ? word.getSaidBy() + " " + word.getJournalIndex()
                            : language.choose("en cours", "running"));
        }
        return table;
    }

    private static void print(AvailabilityPromise promise, String month, Screen screen) {
        long left = promise.getBudget() - promise.getUsed();
        String share = percent(promise.getPromisedPpm() / PPM_IN_PERCENT, screen);
        String year = month.substring(0, Math.min(4, month.length()));
        String budget = minutes(promise.getBudget(), screen);
        String used = minutes(promise.getUsed(), screen);
        String remains = minutes(Math.abs(left), screen);
        screen.line(
                promise.getSite() + " promet " + share + " : " + budget + " min en " + year + " ; " + used
                        + " min manquées, " + (left >= 0 ? "il en reste " + remains : "dépassé de " + remains) + ".",
                promise.getSite() + " promises " + share + ": " + budget + " min in " + year + "; " + used
                        + " min missed, " + (left >= 0 ? remains + " are left" : "over by " + remains) + ".");
        if (promise.getMonthsUnmeasured() > 0) {
            screen.line(
                    "  (Rien n'a été mesuré d'ici pendant " + promise.getMonthsUnmeasured() + " mois de cette année.)",
                    "  (Nothing was measured from here in " + promise.getMonthsUnmeasured() + " months of this year.)");
        }
    }

    private static void remarks(GetAvailabilityResponse answer, Screen screen) {
        boolean unknown = answer.getWordsList().stream()
                .anyMatch(word -> word.getUnknown() > 0 && !word.getSite().equals(word.getMeasuredBy()));
        if (unknown) {
            screen.line(
                    "INCONNU : personne ne mesurait, ou aucun pair ne répondait : lien coupé ici ou panne de tous, on ne"
                            + " peut le savoir d'ici ; cela n'est compté contre personne.",
                    "UNKNOWN: nobody measured, or no peer answered at all: a link cut here or an outage of all, which"
                            + " cannot be told from here; it counts against nobody.");
        }
    }

    private static String share(AvailabilityWord word, Screen screen) {
        long known = word.getSeconds() - word.getUnknown();
        if (known <= 0) {
            return "–";
        }
        // Downwards: a month with an outage is never shown as whole.
        long missed = word.getNotReady() + word.getSilent();
        return percent(Math.floor((known - missed) * 1e5 / known) / 1e3, screen);
    }

    private static String percent(double percent, Screen screen) {
        return String.format(screen.locale(), "%.3f %%", percent);
    }

    private static String minutes(long seconds, Screen screen) {
        return String.format(screen.locale(), "%.1f", seconds / (double) MINUTE);
    }
}
