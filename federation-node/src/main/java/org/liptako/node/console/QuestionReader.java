package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.Answer;
import org.liptako.node.inquiry.Asked;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Cursor;
import org.liptako.node.inquiry.ExportFormat;
import org.liptako.node.inquiry.InquiryDesk;
import org.liptako.node.inquiry.Question;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Reads the questions, and puts one to the desk where its blanks are filled in. */
@Singleton
final class QuestionReader {
    private static final int ROWS_A_PAGE = 100;
    private static final String HOLES = "\\{[a-z]+}";

    private final InquiryDesk desk;
    private final AnswerTables tables;
    private final Registry registry;
    private final CoverageRows coverage;
    private final PageRights rights;
    private final NodeConfig node;
    private final Clock clock;

    QuestionReader(
            InquiryDesk desk,
            AnswerTables tables,
            Registry registry,
            CoverageRows coverage,
            PageRights rights,
            NodeConfig node,
            Clock clock) {
        this.desk = desk;
        this.tables = tables;
        this.registry = registry;
        this.coverage = coverage;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    QuestionListPage list(Caller reader, Words words) {
        return new QuestionListPage(
                asOf(words),
                Stream.of(Question.values())
                        .map(question -> new QuestionRow(
                                path(question),
                                words.of(question.sentence()).replaceAll(HOLES, "…"),
                                desk.isOpen(question, reader)))
                        .toList());
    }

    QuestionPage read(Caller reader, QuestionQuery query, Words words) {
        AnswerPart answer = AnswerPart.NONE;
        String refusal = desk.isOpen(query.question(), reader) ? "" : words.of("rulings.closed");
        if (refusal.isEmpty() && query.begun()) {
            try {
                answer = answer(reader, query, words);
            } catch (Failure no) {
                if (no.code() != ErrorCode.INVALID_REQUEST && no.code() != ErrorCode.NOT_KNOWN) {
                    throw no;
                }
                refusal = words.of(no.sentence());
            }
        }
        BlankFields fields = new BlankFields(query.filled(), registry.sites(), words);
        return new QuestionPage(
                asOf(words),
                path(query.question()),
                fields.sentence(query.question()),
                fields.filters(query.question()),
                refusal,
                answer,
                coverage.rows(words));
    }

    private AnswerPart answer(Caller reader, QuestionQuery query, Words words) {
        Asked asked = query.asked(clock.instant());
        Answer answer = desk.ask(reader, asked, Cursor.ofToken(query.page()), ROWS_A_PAGE);
        Cursor next = answer.page().next();
        AnswerTable table = tables.of(answer, words);
        return new AnswerPart(
                QuestionWords.of(asked, words),
                words.of(
                        "asof.words",
                        words.of(asked.asOf().held()),
                        words.of(asked.asOf().known())),
                answer.leftOut().map(words::of).orElse(""),
                words.of(
                        next.isStart() ? "answer.count" : "answer.more",
                        table.rows().size()),
                table,
                next.isStart() ? "" : query.nextPage(path(query.question()), next.token()),
                files(reader, query, asked, words));
    }

    private List<FileLink> files(Caller reader, QuestionQuery query, Asked asked, Words words) {
        List<FileLink> files = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            if (format.isFor(query.question())) {
                files.add(new FileLink(
                        query.address(path(query.question()) + "/export", "format", format.name()),
                        words.of("export." + format)));
            }
        }
        if (rights.allows(reader, Route.RECEIPT)) {
            receipt(asked, words).ifPresent(files::add);
        }
        return files;
    }

    /** Of the same copies that the answer has; a receipt is of what is known now. */
    private static Optional<FileLink> receipt(Asked asked, Words words) {
        return switch (asked.question()) {
            case COPIES -> Optional.of(ReceiptLinks.ofState(dataset(asked), Optional.empty(), words));
            case COPIES_THEN ->
                Optional.of(ReceiptLinks.ofState(
                        dataset(asked), Optional.of(asked.asOf().held()), words));
            default -> Optional.empty();
        };
    }

    private static DatasetId dataset(Asked asked) {
        return RequestFields.dataset(asked.blanks().getOrDefault(Blank.DATASET, ""));
    }

    static String path(Question question) {
        return "/questions/" + question.key();
    }

    private String asOf(Words words) {
        return words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant()));
    }
}
