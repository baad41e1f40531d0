package org.liptako.node.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Iterator;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.Answer;
import org.liptako.node.inquiry.AnswerFile;
import org.liptako.node.inquiry.ExportFormat;
import org.liptako.node.inquiry.InquiryDesk;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** All of an answer as a file, sent as it is read: as {@code liptako ask} writes it. */
@Singleton
final class AnswerExport {
    private final InquiryDesk desk;
    private final HeavyGate gate;
    private final Registry registry;
    private final Clock clock;

    AnswerExport(InquiryDesk desk, HeavyGate gate, Registry registry, Clock clock) {
        this.desk = desk;
        this.gate = gate;
        this.registry = registry;
        this.clock = clock;
    }

    HttpResponse<?> file(Caller reader, QuestionQuery query, String format, String language) {
        ExportFormat wanted = ExportFormat.named(format)
                .filter(named -> named.isFor(query.question()))
                .orElseThrow(() -> new Failure(ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_REQUEST.meaning()));
        AnswerFile file = wanted.file(language.equals("fr"), registry);
        Iterator<Answer> pages = desk.export(reader, query.asked(clock.instant()), wanted.name());
        HeavyGate.Pass room = gate.enter(reader);
        AnswerStream stream = new AnswerStream(first(file, pages, room), pages, file, room);
        return HttpResponse.ok(
                new StreamedFile(stream, type(wanted)).attach(query.question().key() + ending(wanted)));
    }

    /** Read before anything is sent: what is refused is refused, not broken off. */
    private static String first(AnswerFile file, Iterator<Answer> pages, HeavyGate.Pass room) {
        try {
            return file.page(pages.next());
        } catch (RuntimeException refused) {
            room.close();
            throw refused;
        }
    }

    private static MediaType type(ExportFormat format) {
        return new MediaType(
                switch (format) {
                    case CSV -> "text/csv; charset=utf-8";
                    case JSON_LINES -> "application/jsonl";
                    case DCAT -> "application/ld+json";
                });
    }

    private static String ending(ExportFormat format) {
        return switch (format) {
            case CSV -> ".csv";
            case JSON_LINES -> ".jsonl";
            case DCAT -> ".jsonld";
        };
    }
}
