package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What a reader sees first. */
@Controller
final class HomeController {
    private final HomeReader homes;
    private final Pages pages;

    HomeController(HomeReader homes, Pages pages) {
        this.homes = homes;
        this.pages = pages;
    }

    @Get("/")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> home(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "home", homes.read(visit.required(), visit.words()));
    }
}
