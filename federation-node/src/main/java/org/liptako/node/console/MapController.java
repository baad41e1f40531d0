package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.liptako.node.registry.Disclosure;

/** The page of where everything stands, as a map and as a table. */
@Controller
final class MapController {
    private final MapReader maps;
    private final Pages pages;

    MapController(MapReader maps, Pages pages) {
        this.maps = maps;
        this.pages = pages;
    }

    @Get("/map")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> map(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        Disclosure disclosure = new Disclosure(visit.required().caller().state());
        return pages.page(visit, "map", maps.read(visit.words(), disclosure));
    }
}
