package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Trying the rules on made-up facts, which anybody of the State may and which binds nobody. */
@Controller
final class TrialController {
    private final TrialReader trials;
    private final PageRights rights;
    private final Pages pages;

    TrialController(TrialReader trials, PageRights rights, Pages pages) {
        this.trials = trials;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/rules/{code}/try")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> attempt(HttpRequest<?> request, @PathVariable String code) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.TRIAL);
        TrialReader.Shown shown = trials.read(code, TrialQuery.of(request.getParameters()), visit.words());
        return pages.page(
                visit, HttpStatus.OK, "rule-trial", shown.title(), visit.words().of("lead.rule-trial"), shown.page());
    }
}
