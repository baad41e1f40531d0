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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liptako.node.identity.Caller;
import org.liptako.node.placement.impact.DraftDesk;
import org.liptako.node.wire.Failure;

/** Writing a rule, one question a page, with what the machine understood beside each answer. Nothing is kept: the form brings all answers back. */
@Controller
final class WritingController {
    private static final int LONGEST = 2_000;
    private static final WritingPage.Edition NONE = new WritingPage.Edition("", "", List.of());

    private final WritingReader writing;
    private final DraftDesk drafts;
    private final HeavyGate gate;
    private final PageRights rights;
    private final Pages pages;

    WritingController(WritingReader writing, DraftDesk drafts, HeavyGate gate, PageRights rights, Pages pages) {
        this.writing = writing;
        this.drafts = drafts;
        this.gate = gate;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/rules/{code}/write")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> begin(HttpRequest<?> request, @PathVariable String code) {
        return page(request, code, List.of(), NONE);
    }

    @Post("/rules/{code}/write")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> answer(HttpRequest<?> request, @PathVariable String code, @Body Map<String, Object> form) {
        Visit visit = Visit.of(request);
        FormKeys.require(Map.of("key", text(form, "key")), visit.required());
        rights.require(visit.required().caller(), Route.SIGN);
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
            case "weigh", "submit" -> {
                return edition(request, code, answers, form);
            }
            default -> answers.add(answer(form));
        }
        return page(request, code, answers, NONE);
    }

    /** The edition is weighed and shown first, and put before the officers when that is asked for. */
    private HttpResponse<?> edition(
            HttpRequest<?> request, String code, List<String> answers, Map<String, Object> form) {
        Visit visit = Visit.of(request);
        Caller caller = visit.required().caller();
        String from = text(form, "from").strip();
        try {
            if (text(form, "act").equals("submit")) {
                String digest = gate.pass(caller, () -> drafts.submit(code, answers, from, caller.signatory()));
                return HttpResponse.seeOther(URI.create(SigningLinks.edition(digest)));
            }
            List<String> weighed =
                    gate.pass(caller, () -> WritingReader.weighed(drafts.weigh(code, answers, from), visit.words()));
            return page(request, code, answers, new WritingPage.Edition(from, "", weighed));
        } catch (Failure refused) {
            return switch (refused.code()) {
                case INVALID_REQUEST, EDITION_REFUSED, TOO_MUCH ->
                    page(
                            request,
                            code,
                            answers,
                            new WritingPage.Edition(from, visit.words().of(refused.sentence()), List.of()));
                default -> throw refused;
            };
        }
    }

    private HttpResponse<?> page(
            HttpRequest<?> request, String code, List<String> answers, WritingPage.Edition edition) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.SIGN);
        WritingReader.Shown shown = writing.read(code, answers, edition, visit.words());
        return pages.page(
                visit,
                edition.objection().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
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
