package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The page of duties, copies and places. In clear it answers whoever sits at the machine, over TLS those who are signed in: it shows and changes nothing. */
@Controller
final class TableController {
    private final TableReader tables;
    private final Pages pages;

    TableController(TableReader tables, Pages pages) {
        this.tables = tables;
        this.pages = pages;
    }

    @Get("/copies")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> table(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "table", tables.read(CopyPlace.of(request), visit.words()));
    }
}
