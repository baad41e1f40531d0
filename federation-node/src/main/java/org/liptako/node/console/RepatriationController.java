package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The pages of what is brought home from abroad. */
@Controller
final class RepatriationController {
    private final RepatriationReader repatriation;
    private final PageRights rights;
    private final Pages pages;

    RepatriationController(RepatriationReader repatriation, PageRights rights, Pages pages) {
        this.repatriation = repatriation;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/repatriation")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> all(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Place.REPATRIATION);
        return pages.page(
                visit,
                "repatriation",
                repatriation.read(repatriation.state(request.getParameters().getFirst("state")), visit.words()));
    }

    @Get("/repatriation/{campaign}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String campaign) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.CAMPAIGN);
        CampaignPage page = repatriation.campaign(campaign, visit.words());
        return pages.page(
                visit, HttpStatus.OK, "campaign", page.title(), visit.words().of("lead.campaign"), page);
    }
}
