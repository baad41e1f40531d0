package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.Answer;
import org.liptako.node.inquiry.Asked;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Cursor;
import org.liptako.node.inquiry.InquiryDesk;
import org.liptako.node.inquiry.Question;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** What was decided of a dataset, for those who may read decisions; the desk records that they asked, as of every question. */
@Singleton
final class DatasetRulings {
    private static final int MOST = 20;

    private final InquiryDesk desk;
    private final AnswerTables tables;
    private final Clock clock;

    DatasetRulings(InquiryDesk desk, AnswerTables tables, Clock clock) {
        this.desk = desk;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Decisions, or why there are none.
     *
     * @param why in words; empty where there are some
     * @param more whether there are more than these
     */
    record Shown(String why, AnswerTable table, boolean more) {}

    /** @param dataset empty for one of which the reader is shown single copies alone */
    Shown shown(Caller reader, AsOfQuery when, Optional<DatasetId> dataset, Words words) {
        if (!desk.isOpen(Question.RULINGS, reader)) {
            return new Shown(words.of("rulings.closed"), AnswerTable.NONE, false);
        }
        return dataset.map(id -> known(reader, id, when, words))
                .orElseGet(() -> new Shown(words.of("rulings.secret"), AnswerTable.NONE, false));
    }

    /** Of a dataset that was not known yet on that day nothing had been decided. */
    private Shown known(Caller reader, DatasetId dataset, AsOfQuery when, Words words) {
        try {
            return shown(ask(reader, dataset, when), words);
        } catch (Failure no) {
            if (no.code() == ErrorCode.NOT_KNOWN) {
                return new Shown(words.of("rulings.none"), AnswerTable.NONE, false);
            }
            throw no;
        }
    }

    private Shown shown(Answer answer, Words words) {
        return new Shown(
                answer.page().rows().isEmpty() ? words.of("rulings.none") : "",
                tables.of(answer, words),
                !answer.page().next().isStart());
    }

    private Answer ask(Caller reader, DatasetId dataset, AsOfQuery when) {
        Map<Blank, String> blanks = new EnumMap<>(Blank.class);
        blanks.put(Blank.DATASET, dataset.value());
        // Until is before; what was decided at that very instant belongs to it.
        when.held()
                .ifPresent(held ->
                        blanks.put(Blank.UNTIL, held.plus(1, ChronoUnit.MICROS).toString()));
        when.known().ifPresent(known -> blanks.put(Blank.KNOWN, known.toString()));
        return desk.ask(reader, new Asked(Question.RULINGS, blanks, clock.instant()).checked(), Cursor.START, MOST);
    }
}
