package org.liptako.node.inquiry;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.inquiry.v1.ExportRequest;
import org.liptako.inquiry.v1.ExportResponse;
import org.liptako.inquiry.v1.ForgetQuestionRequest;
import org.liptako.inquiry.v1.ForgetQuestionResponse;
import org.liptako.inquiry.v1.InquiryServiceGrpc;
import org.liptako.inquiry.v1.ListInquiriesRequest;
import org.liptako.inquiry.v1.ListInquiriesResponse;
import org.liptako.inquiry.v1.ListQuestionsRequest;
import org.liptako.inquiry.v1.ListQuestionsResponse;
import org.liptako.inquiry.v1.ListSavedQuestionsRequest;
import org.liptako.inquiry.v1.ListSavedQuestionsResponse;
import org.liptako.inquiry.v1.SaveQuestionRequest;
import org.liptako.inquiry.v1.SaveQuestionResponse;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.node.wire.Sentence;

/** Tells which questions there are, and answers them. */
@Singleton
final class InquiryEndpoint extends InquiryServiceGrpc.InquiryServiceImplBase {
    private static final int USUAL_PAGE = 100;
    private static final Sentence FORMATS = new Sentence(
            "CSV, JSON_LINES ou, pour les questions copies, copies-then, abroad et site-holds, DCAT",
            "CSV, JSON_LINES or, for the questions copies, copies-then, abroad and site-holds, DCAT");
    private static final Sentence LANGUAGES = new Sentence("fr ou en", "fr or en");

    private final InquiryDesk desk;
    private final KeptQuestions kept;
    private final Registry registry;
    private final Clock clock;

    InquiryEndpoint(InquiryDesk desk, KeptQuestions kept, Registry registry, Clock clock) {
        this.desk = desk;
        this.kept = kept;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void listQuestions(ListQuestionsRequest request, StreamObserver<ListQuestionsResponse> answer) {
        answer.onNext(ListQuestionsResponse.newBuilder()
                .addAllQuestions(Stream.of(Question.values())
                        .map(InquiryMessages::question)
                        .toList())
                .build());
        answer.onCompleted();
    }

    @Override
    public void ask(AskRequest request, StreamObserver<AskResponse> answer) {
        int most = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        answer.onNext(InquiryMessages.answer(
                desk.ask(Caller.current(), asked(request), Cursor.ofToken(request.getPageToken()), most)));
        answer.onCompleted();
    }

    @Override
    public void export(ExportRequest request, StreamObserver<ExportResponse> answer) {
        Asked asked = asked(request.getQuestion());
        ExportFormat format = ExportFormat.named(request.getFormat())
                .filter(named -> named.isFor(asked.question()))
                .orElseThrow(() -> RequestFields.meaningless("format", request.getFormat(), FORMATS));
        AnswerFile file = format.file(isFrench(request.getLanguage()), registry);
        Iterator<Answer> pages = desk.export(Caller.current(), asked, format.name());
        // The first page is read before anything is sent: what is refused is refused, not broken off.
        String first = file.page(pages.next());
        PacedAnswer.begin(parts(first, pages, file).iterator(), (ServerCallStreamObserver<ExportResponse>) answer);
    }

    private static Stream<ExportResponse> parts(String first, Iterator<Answer> pages, AnswerFile file) {
        Stream<String> further = Stream.generate(() -> pages)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .map(file::page);
        Stream<String> end = Stream.of(file).map(AnswerFile::end);
        return Stream.of(Stream.of(first), further, end)
                .flatMap(part -> part)
                .filter(text -> !text.isEmpty())
                .map(text -> ExportResponse.newBuilder()
                        .setPart(ByteString.copyFromUtf8(text))
                        .build());
    }

    @Override
    public void saveQuestion(SaveQuestionRequest request, StreamObserver<SaveQuestionResponse> answer) {
        kept.save(Caller.current(), request.getName(), asked(request.getQuestion()));
        answer.onNext(SaveQuestionResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void listSavedQuestions(
            ListSavedQuestionsRequest request, StreamObserver<ListSavedQuestionsResponse> answer) {
        answer.onNext(ListSavedQuestionsResponse.newBuilder()
                .addAllQuestions(kept.of(Caller.current()).stream()
                        .map(InquiryMessages::saved)
                        .toList())
                .build());
        answer.onCompleted();
    }

    @Override
    public void forgetQuestion(ForgetQuestionRequest request, StreamObserver<ForgetQuestionResponse> answer) {
        kept.forget(Caller.current(), request.getName());
        answer.onNext(ForgetQuestionResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void listInquiries(ListInquiriesRequest request, StreamObserver<ListInquiriesResponse> answer) {
        int most = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        InquiryStore.Place from = InquiryStore.Place.parse(request.getPageToken());
        List<InquiryStore.Inquiry> found = desk.inquiries(Caller.current(), from, most);
        ListInquiriesResponse.Builder response = ListInquiriesResponse.newBuilder()
                .addAllInquiries(found.stream().map(InquiryMessages::inquiry).toList())
                .addAllTrims(desk.trims(Caller.current()).stream()
                        .map(InquiryMessages::trim)
                        .toList());
        desk.keptSince().map(Instant::toString).ifPresent(response::setKeptSince);
        if (found.size() == most) {
            response.setNextPageToken(from.after(found).toString());
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private Asked asked(AskRequest request) {
        return new Asked(InquiryMessages.named(request.getQuestion()), InquiryMessages.blanks(request), clock.instant())
                .checked();
    }

    private static boolean isFrench(String language) {
        return switch (language) {
            case "", "fr" -> true;
            case "en" -> false;
            default -> throw RequestFields.meaningless("language", language, LANGUAGES);
        };
    }
}
