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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import org.liptako.node.console.entry.Session;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.WordedPlacements;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Weighing a placement, which anybody of the State may and which binds nobody; asking for it, which an operator does; and how a request stands. */
@Controller
final class PlacingController {
    /** Of a request that was made before it was asked for. */
    private static final String AGAIN = "?again=true";

    private final PlacingReader placing;
    private final RequestReader requests;
    private final WordedPlacements placements;
    private final PageRights rights;
    private final Pages pages;

    PlacingController(
            PlacingReader placing,
            RequestReader requests,
            WordedPlacements placements,
            PageRights rights,
            Pages pages) {
        this.placing = placing;
        this.requests = requests;
        this.placements = placements;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/place")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> weigh(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        PlacingQuestion asked = PlacingQuestion.of(
                field -> request.getParameters().getFirst(field).orElse(""));
        return pages.page(
                visit, "placing", placing.read(visit.words(), visit.required().caller(), asked));
    }

    @Post("/place")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> ask(HttpRequest<?> request, @Body Map<String, String> form) {
        Session session = Visit.of(request).required();
        FormKeys.require(form, session);
        rights.require(session.caller(), Route.REQUEST);
        PlacingQuestion asked = PlacingQuestion.of(field -> form.getOrDefault(field, ""));
        RequestId id = request(form.getOrDefault(PlacingQuestion.REQUEST, ""));
        boolean again = placements.isMade(id);
        placements.request(session.caller().party(), id, asked.asked(placements.vocabulary()));
        return HttpResponse.seeOther(URI.create(Place.PLACING.path() + "/" + id + (again ? AGAIN : "")));
    }

    @Get("/place/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> request(
            HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "false") boolean again) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.REQUESTED);
        RequestPage page = requests.read(visit.words(), request(id), again);
        Words words = visit.words();
        return pages.page(visit, HttpStatus.OK, "request", page.request().what(), words.of("lead.request"), page);
    }

    private static RequestId request(String id) {
        try {
            return new RequestId(id);
        } catch (IllegalArgumentException madeUp) {
            throw new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("request.bad.id"));
        }
    }
}
