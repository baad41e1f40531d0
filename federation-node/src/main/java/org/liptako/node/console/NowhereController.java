package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Any address at which there is nothing. */
@Controller
final class NowhereController {
    private final TroublePages troubles;

    NowhereController(TroublePages troubles) {
        this.troubles = troubles;
    }

    @Get("/{+path}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> nowhere(HttpRequest<?> request, @PathVariable String path) {
        return troubles.page(Visit.of(request), HttpStatus.NOT_FOUND, "nowhere", "");
    }
}
