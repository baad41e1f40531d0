package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.liptako.node.operations.availability.AvailabilityDesk;
import org.liptako.node.operations.availability.AvailabilityDesk.Promise;
import org.liptako.node.operations.availability.AvailabilityDesk.Report;
import org.liptako.node.operations.availability.AvailabilityDesk.Word;
import org.liptako.pki.name.State;

/** Puts into words how data centres have served in the present month, as this one has measured it, and what is left of their promise. */
@Singleton
final class ServingRows {
    private static final double MILLION = 1e6;
    private static final double MINUTE = 60;

    private final AvailabilityDesk desk;

    ServingRows(AvailabilityDesk desk) {
        this.desk = desk;
    }

    /** The present month. */
    Report present() {
        return desk.report(desk.present());
    }

    /** A line for each data centre of a State of which anything was measured here. */
    static List<String> of(Report report, State state, Words words) {
        return report.words().stream()
                .filter(word -> word.site().state().equals(Optional.of(state)))
                .filter(word -> word.measuredBy().equals(report.site()))
                .map(word -> row(report, word, words))
                .toList();
    }

    private static String row(Report report, Word word, Words words) {
        String site = word.site().value();
        return word.figures().known() == 0
                ? words.of("serving.unknown", site)
                : report.promises().stream()
                        .filter(promise -> promise.site().equals(word.site()))
                        .findFirst()
                        .map(promise -> row(word, promise, words))
                        .orElseGet(() -> words.of("serving.unknown", site));
    }

    private static String row(Word word, Promise promise, Words words) {
        long left = promise.budget() - promise.used();
        return words.of(
                left >= 0 ? "serving.kept" : "serving.broken",
                word.site().value(),
                share(word),
                promise.ppm() / MILLION * 100,
                Math.abs(left) / MINUTE);
    }

    /** Downwards: a month with an outage is never shown as whole. */
    private static double share(Word word) {
        double known = word.figures().known();
        return Math.floor((known - word.figures().unavailable()) / known * 1e5) / 1e3;
    }
}
