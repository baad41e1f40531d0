package org.liptako.node.inquiry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.BlankDescription;
import org.liptako.inquiry.v1.Inquiry;
import org.liptako.inquiry.v1.SavedQuestion;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.registry.v1.Coverage;

/** Questions and answers as the protocol writes them. */
final class InquiryMessages {
    private static final int SHOWN = 40;

    private InquiryMessages() {}

    static org.liptako.inquiry.v1.Question question(Question question) {
        return org.liptako.inquiry.v1.Question.newBuilder()
                .setName(question.key())
                .setSentence(SentenceMessages.toMessage(question.sentence()))
                .addAllBlanks(Stream.concat(
                                question.required().stream().map(blank -> blank(blank, true)),
                                question.filters().stream().map(blank -> blank(blank, false)))
                        .toList())
                .addAllColumns(columns(question))
                .setRestricted(question.isRestricted())
                .build();
    }

    private static BlankDescription blank(Blank blank, boolean required) {
        return BlankDescription.newBuilder()
                .setName(blank.key())
                .setMeaning(SentenceMessages.toMessage(blank.meaning()))
                .setRequired(required)
                .build();
    }

    private static List<org.liptako.inquiry.v1.Column> columns(Question question) {
        return question.columns().stream()
                .map(column -> org.liptako.inquiry.v1.Column.newBuilder()
                        .setName(column.key())
                        .setHeading(SentenceMessages.toMessage(column.heading()))
                        .setType(column.type().name())
                        .build())
                .toList();
    }

    /**
     * A question by its name.
     *
     * @throws Failure INVALID_REQUEST for a name that no question has
     */
    static Question named(String name) {
        return Question.ofKey(name)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Aucune question ne s'appelle « " + Printable.line(name, SHOWN)
                                + " » ; liptako ask les nomme toutes.",
                        "No question is called \"" + Printable.line(name, SHOWN) + "\"; liptako ask names them all."));
    }

    /**
     * The blanks as they are filled in; an empty one is not.
     *
     * @throws Failure INVALID_REQUEST for a blank that there is not, or that is filled in twice
     */
    static Map<Blank, String> blanks(AskRequest request) {
        Map<Blank, String> blanks = new EnumMap<>(Blank.class);
        for (org.liptako.inquiry.v1.Blank filled : request.getBlanksList()) {
            Blank blank = Blank.ofKey(filled.getName()).orElseThrow(() -> unusable(filled.getName()));
            if (!filled.getValue().isEmpty() && blanks.put(blank, filled.getValue()) != null) {
                throw unusable(filled.getName());
            }
        }
        return blanks;
    }

    private static Failure unusable(String name) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Le champ « " + Printable.line(name, SHOWN) + " » n'existe pas, ou est rempli deux fois.",
                "The blank \"" + Printable.line(name, SHOWN) + "\" does not exist, or is filled in twice.");
    }

    static AskResponse answer(Answer answer) {
        AskResponse.Builder message = AskResponse.newBuilder()
                .setAsked(SentenceMessages.toMessage(answer.asked().sentence()))
                .setHeldAt(answer.asked().asOf().held().toString())
                .setKnownAt(answer.asked().asOf().known().toString())
                .addAllColumns(columns(answer.asked().question()))
                .addAllRows(answer.page().rows().stream()
                        .map(row -> row(answer.asked().question(), row))
                        .toList())
                .addAllCoverage(answer.coverage().stream()
                        .map(InquiryMessages::coverage)
                        .toList())
                .setNextPageToken(answer.page().next().token());
        answer.leftOut().map(SentenceMessages::toMessage).ifPresent(message::setLeftOut);
        return message.build();
    }

    private static org.liptako.inquiry.v1.Row row(Question question, Row row) {
        return org.liptako.inquiry.v1.Row.newBuilder()
                .addAllCells(question.columns().stream()
                        .map(column -> cell(row.cell(column)))
                        .toList())
                .setSaidBy(row.source().saidBy().name())
                .setJournalIndex(row.source().journalIndex())
                .setHeldFrom(row.source().heldFrom().toString())
                .setKnownFrom(row.source().knownFrom().toString())
                .build();
    }

    private static org.liptako.inquiry.v1.Cell cell(Cell cell) {
        org.liptako.inquiry.v1.Cell.Builder message =
                org.liptako.inquiry.v1.Cell.newBuilder().setValue(cell.value());
        if (cell.words() != null) {
            message.setWords(SentenceMessages.toMessage(cell.words()));
        }
        return message.build();
    }

    private static Coverage coverage(RegistryCoverage.Part part) {
        return Coverage.newBuilder()
                .setState(part.state().name())
                .setCurrent(part.current())
                .setKnownAt(part.knownAt().map(Object::toString).orElse(""))
                .setWords(SentenceMessages.toMessage(part.words()))
                .build();
    }

    static Inquiry inquiry(InquiryStore.Inquiry inquiry) {
        return Inquiry.newBuilder()
                .setAskedAt(inquiry.askedAt().toString())
                .setCaller(inquiry.caller())
                .setQuestion(inquiry.question())
                .setSentence(SentenceMessages.toMessage(inquiry.words()))
                .setFormat(inquiry.format())
                .setRows(inquiry.rows())
                .build();
    }

    static org.liptako.inquiry.v1.InquiryTrim trim(TrimStore.Trim trim) {
        return org.liptako.inquiry.v1.InquiryTrim.newBuilder()
                .setTrimmedAt(trim.at().toString())
                .setAskedBefore(trim.askedBefore().toString())
                .setKeptDays(Math.toIntExact(trim.keptFor().toDays()))
                .setRows(trim.rows())
                .build();
    }

    /** A kept question; one that this program no longer asks is told by its name alone. */
    static SavedQuestion saved(SavedQuestionStore.Saved saved) {
        AskRequest.Builder question = AskRequest.newBuilder().setQuestion(saved.question());
        saved.blanks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(blank -> question.addBlanks(org.liptako.inquiry.v1.Blank.newBuilder()
                        .setName(blank.getKey())
                        .setValue(blank.getValue())));
        SavedQuestion.Builder message = SavedQuestion.newBuilder()
                .setName(saved.name())
                .setQuestion(question)
                .setSavedAt(saved.savedAt().toString());
        Question.ofKey(saved.question())
                .map(asked -> new Asked(asked, blanks(question.build()), saved.savedAt()).sentence())
                .map(SentenceMessages::toMessage)
                .ifPresent(message::setSentence);
        return message.build();
    }
}
