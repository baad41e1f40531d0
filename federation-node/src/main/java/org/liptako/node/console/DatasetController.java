package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.RequestFields;

/** The datasets, and each of them. */
@Controller
final class DatasetController {
    private final DatasetListReader lists;
    private final DatasetReader datasets;
    private final HostingReader hosts;
    private final HeavyGate gate;
    private final PageRights rights;
    private final Pages pages;

    DatasetController(
            DatasetListReader lists,
            DatasetReader datasets,
            HostingReader hosts,
            HeavyGate gate,
            PageRights rights,
            Pages pages) {
        this.lists = lists;
        this.datasets = datasets;
        this.hosts = hosts;
        this.gate = gate;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/datasets")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(
                visit, "datasets", lists.read(visit.required().caller(), DatasetQuery.of(request), visit.words()));
    }

    @Get("/datasets/{dataset}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> dataset(
            HttpRequest<?> request,
            @PathVariable String dataset,
            @QueryValue(defaultValue = "") String held,
            @QueryValue(defaultValue = "") String known) {
        Visit visit = Visit.of(request);
        Caller reader = visit.required().caller();
        rights.require(reader, Place.DATASETS);
        DatasetPage page = datasets.read(
                reader,
                RequestFields.dataset(dataset),
                new AsOfQuery(
                        FormTime.instant("held", held, visit.words().zone()),
                        FormTime.instant("known", known, visit.words().zone())),
                visit.words());
        return pages.page(visit, HttpStatus.OK, "dataset", page.name(), page.what(), page);
    }

    @Get("/datasets/{dataset}/hosts")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> hosts(HttpRequest<?> request, @PathVariable String dataset) {
        Visit visit = Visit.of(request);
        Words words = visit.words();
        Caller reader = visit.required().caller();
        rights.require(reader, Route.HOSTING);
        HostingPage page = gate.pass(reader, () -> hosts.read(reader, RequestFields.dataset(dataset), words));
        return pages.page(
                visit,
                HttpStatus.OK,
                "hosting",
                words.of("hosting.title", page.name()),
                words.of("hosting.lead"),
                page);
    }
}
