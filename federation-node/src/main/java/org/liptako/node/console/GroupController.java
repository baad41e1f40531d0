package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import org.liptako.node.identity.Caller;

/** The lists behind what a reader's home counts: of copies, and of differences between stores and journals. */
@Controller
final class GroupController {
    private final GroupReader groups;
    private final DifferencesReader differences;
    private final PageRights rights;
    private final Pages pages;

    GroupController(GroupReader groups, DifferencesReader differences, PageRights rights, Pages pages) {
        this.groups = groups;
        this.differences = differences;
        this.rights = rights;
        this.pages = pages;
    }

    @Get(GroupQuery.PATH)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> group(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        Caller reader = visit.required().caller();
        rights.require(reader, Place.COPIES);
        Optional<GroupQuery> query = GroupQuery.of(request);
        if (query.isEmpty()) {
            return HttpResponse.seeOther(URI.create(Place.COPIES.path()));
        }
        GroupPage page = groups.read(reader, query.get(), CopyPlace.of(request), visit.words());
        return pages.page(
                visit, HttpStatus.OK, "group", page.title(), visit.words().of("lead.group"), page);
    }

    @Get(DifferencesReader.PATH)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> differences(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        Caller reader = visit.required().caller();
        rights.require(reader, Place.COPIES);
        return pages.page(visit, "differences", differences.read(reader, request, visit.words()));
    }
}
