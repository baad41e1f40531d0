package org.liptako.node.operations.availability;

import java.time.Instant;
import org.liptako.node.journal.event.ServiceFigures;
import org.liptako.operations.v1.AvailabilityPromise;
import org.liptako.operations.v1.AvailabilityWord;
import org.liptako.operations.v1.GetAvailabilityResponse;
import org.liptako.operations.v1.Maintenance;

/** Availability and maintenance as the protocol writes them. */
public final class AvailabilityMessages {
    private AvailabilityMessages() {}

    /** A month. */
    public static GetAvailabilityResponse response(AvailabilityDesk.Report report, Instant now) {
        Instant end = Measured.begin(report.month().plusMonths(1));
        GetAvailabilityResponse.Builder response = GetAvailabilityResponse.newBuilder()
                .setMonth(report.month().toString())
                .setUntil((now.isBefore(end) ? now : end).toString())
                .setSite(report.site().value());
        report.words().forEach(word -> response.addWords(word(word)));
        report.promises().forEach(promise -> response.addPromises(promise(promise)));
        return response.build();
    }

    private static AvailabilityWord word(AvailabilityDesk.Word word) {
        ServiceFigures figures = word.figures();
        AvailabilityWord.Builder message = AvailabilityWord.newBuilder()
                .setSite(word.site().value())
                .setMeasuredBy(word.measuredBy().value())
                .setSaidBy(word.saidBy().name())
                .setSeconds(figures.seconds())
                .setServing(figures.serving())
                .setNotReady(figures.notReady())
                .setSilent(figures.silent())
                .setRefused(figures.refused())
                .setPlanned(figures.planned())
                .setUnknown(figures.unknown())
                .setOutages(figures.outages())
                .setLongest(figures.longest());
        word.journalIndex().ifPresent(message::setJournalIndex);
        return message.build();
    }

    private static AvailabilityPromise promise(AvailabilityDesk.Promise promise) {
        return AvailabilityPromise.newBuilder()
                .setSite(promise.site().value())
                .setPromisedPpm(promise.ppm())
                .setBudget(promise.budget())
                .setUsed(promise.used())
                .setMonthsUnmeasured(promise.monthsUnmeasured())
                .build();
    }

    /** An announcement. */
    public static Maintenance maintenance(Announcement announced) {
        Instant cancelled = announced.cancelledAt();
        return Maintenance.newBuilder()
                .setId(announced.id().value())
                .setSite(announced.site().value())
                .setFrom(announced.from().toString())
                .setUntil(announced.until().toString())
                .setReason(announced.reason())
                .setAnnouncedAt(announced.announcedAt().toString())
                .setCancelledAt(cancelled == null ? "" : cancelled.toString())
                .setJournalIndex(announced.journalIndex())
                .build();
    }
}
