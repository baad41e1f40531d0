package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The page of the node itself, its peers and its alarms. */
@Controller
final class OperationsController {
    private final OperationsReader operations;
    private final Pages pages;

    OperationsController(OperationsReader operations, Pages pages) {
        this.operations = operations;
        this.pages = pages;
    }

    @Get("/operations")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> operations(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "operations", operations.read(visit.words()));
    }
}
