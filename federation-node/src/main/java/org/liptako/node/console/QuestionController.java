package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.Question;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The questions, as sentences with blanks; their answers, as pages and as files. */
@Controller
final class QuestionController {
    private final QuestionReader questions;
    private final LooksReader looks;
    private final AnswerExport export;
    private final PageRights rights;
    private final Pages pages;

    QuestionController(
            QuestionReader questions, LooksReader looks, AnswerExport export, PageRights rights, Pages pages) {
        this.questions = questions;
        this.looks = looks;
        this.export = export;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/questions")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "questions", questions.list(visit.required().caller(), visit.words()));
    }

    @Get(LooksReader.PATH)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> asked(HttpRequest<?> request, @QueryValue(defaultValue = "") String after) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "looks", looks.read(reader(visit), after, visit.words()));
    }

    @Get("/questions/{name}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> question(HttpRequest<?> request, @PathVariable String name) {
        Visit visit = Visit.of(request);
        QuestionPage page = questions.read(reader(visit), QuestionQuery.of(named(name), request), visit.words());
        return pages.page(
                visit,
                page.refusal().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "question",
                page.answer().given() ? page.answer().sentence() : visit.words().of("title.question"),
                visit.words().of("lead.question"),
                page);
    }

    @Get("/questions/{name}/export")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> export(
            HttpRequest<?> request, @PathVariable String name, @QueryValue(defaultValue = "") String format) {
        Visit visit = Visit.of(request);
        return export.file(
                reader(visit),
                QuestionQuery.of(named(name), request),
                format,
                visit.words().language());
    }

    private Caller reader(Visit visit) {
        Caller reader = visit.required().caller();
        rights.require(reader, Place.QUESTIONS);
        return reader;
    }

    private static Question named(String name) {
        return Question.ofKey(name).orElseThrow(() -> new Failure(ErrorCode.NOT_KNOWN, ErrorCode.NOT_KNOWN.meaning()));
    }
}
