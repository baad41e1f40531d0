package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.regex.Pattern;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The page of the node itself, its peers and its alarms. */
@Controller
final class OperationsController {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,63}");

    private final OperationsReader operations;
    private final PageRights rights;
    private final Pages pages;

    OperationsController(OperationsReader operations, PageRights rights, Pages pages) {
        this.operations = operations;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/operations")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> operations(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(visit, "operations", operations.read(visit.required().caller(), visit.words()));
    }

    /** Also of a kind of which there is none: what to do can be read before it is needed. */
    @Get(AlarmWords.PATH + "{code}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> alarms(HttpRequest<?> request, @PathVariable String code) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Place.OPERATIONS);
        if (!CODE.matcher(code).matches()) {
            throw new Failure(ErrorCode.NOT_KNOWN, ErrorCode.NOT_KNOWN.meaning());
        }
        Words words = visit.words();
        return pages.page(
                visit,
                HttpStatus.OK,
                "alarm",
                words.of("title.alarm", AlarmWords.meaning(code, words)),
                words.of("lead.alarm"),
                operations.alarms(code, words));
    }
}
