package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writing a rule, one question a page, with what the machine understood beside each answer. Nothing is kept: the form brings all answers back. */
@Controller
final class WritingController {
    private static final int LONGEST = 2_000;

    private final WritingReader writing;
    private final PageRights rights;
    private final Pages pages;

    WritingController(WritingReader writing, PageRights rights, Pages pages) {
        this.writing = writing;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/rules/{code}/write")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> begin(HttpRequest<?> request, @PathVariable String code) {
        return page(request, code, List.of());
    }

    @Post("/rules/{code}/write")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> answer(HttpRequest<?> request, @PathVariable String code, @Body Map<String, Object> form) {
        FormKeys.require(Map.of("key", text(form, "key")), Visit.of(request).required());
        List<String> answers = new ArrayList<>();
        String before = text(form, "answers");
        before.lines().forEach(answers::add);
        switch (text(form, "act")) {
            case "back" -> {
                if (!answers.isEmpty()) {
                    answers.removeLast();
                }
            }
            case "again" -> answers.clear();
            default -> answers.add(answer(form));
        }
        return page(request, code, answers);
    }

    private HttpResponse<?> page(HttpRequest<?> request, String code, List<String> answers) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.SIGN);
        WritingReader.Shown shown = writing.read(code, answers, visit.words());
        return pages.page(
                visit,
                HttpStatus.OK,
                "rule-writing",
                shown.title(),
                visit.words().of("lead.rule-writing"),
                shown.page());
    }

    /** Several words that were ticked are one answer; an answer is one line. */
    private static String answer(Map<String, Object> form) {
        Object given = form.getOrDefault("answer", "");
        String text = given instanceof Iterable<?> several ? joined(several) : given.toString();
        String line = String.join(" ", text.lines().toList()).strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String joined(Iterable<?> several) {
        List<String> words = new ArrayList<>();
        several.forEach(word -> words.add(word.toString()));
        return String.join(", ", words);
    }

    private static String text(Map<String, Object> form, String field) {
        return form.getOrDefault(field, "").toString();
    }
}
