package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.liptako.node.console.entry.Session;
import org.liptako.node.operations.DrainDesk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Has this process hand over its work and end, once whoever orders it has said that they mean it. */
@Controller
final class DrainController {
    private final DrainDesk desk;
    private final PageRights rights;
    private final Pages pages;

    DrainController(DrainDesk desk, PageRights rights, Pages pages) {
        this.desk = desk;
        this.rights = rights;
        this.pages = pages;
    }

    /** Answers by a page of its own: the next one may come from another process, or from none. */
    @Post("/operations/drain")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> drain(HttpRequest<?> request, @Body Map<String, String> form) {
        Visit visit = Visit.of(request);
        Session session = visit.required();
        FormKeys.require(form, session);
        rights.requireHere(session.caller(), Route.DRAIN);
        if (!form.containsKey("meant")) {
            throw new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("drain.unmeant"));
        }
        List<Integer> others = desk.order(session.caller());
        return pages.page(
                visit,
                HttpStatus.OK,
                "drain",
                visit.words().of("title.drain"),
                visit.words().of("lead.drain"),
                DrainView.of(others, visit.words()));
    }
}
