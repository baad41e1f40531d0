package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.LookBook;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.receipt.ReceiptDesk;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.RequestFields;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.receipt.Receipt;

/** Receipts, as {@code liptako receipt} keeps them: {@code liptako verify} checks them where no node is. */
@Controller("/receipts")
final class ReceiptController {
    private final ReceiptDesk desk;
    private final PageRights rights;
    private final LookBook looks;
    private final Clock clock;

    ReceiptController(ReceiptDesk desk, PageRights rights, LookBook looks, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.looks = looks;
        this.clock = clock;
    }

    /** Of one copy. */
    @Get("/copy")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> copy(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String dataset,
            @QueryValue(defaultValue = "") String site) {
        Disclosure reader = reader(request);
        DatasetId id = RequestFields.dataset(dataset);
        SiteId at = RequestFields.site(site);
        return file(desk.copy(id, at, reader), id + "-" + at);
    }

    /** Of the erasure of one. */
    @Get("/erasure")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> erasure(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String dataset,
            @QueryValue(defaultValue = "") String site) {
        Disclosure reader = reader(request);
        DatasetId id = RequestFields.dataset(dataset);
        SiteId at = RequestFields.site(site);
        return file(desk.erasure(id, at, reader), "erasure-" + id + "-" + at);
    }

    /** Of all copies of a dataset at an instant; now if none is said. */
    @Get("/state")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> state(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String dataset,
            @QueryValue(defaultValue = "") String at) {
        Disclosure reader = reader(request);
        DatasetId id = RequestFields.dataset(dataset);
        Instant instant =
                FormTime.instant("at", at, Visit.of(request).words().zone()).orElseGet(clock::instant);
        return file(desk.state(id, instant.truncatedTo(ChronoUnit.SECONDS), reader), id.value());
    }

    private Disclosure reader(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        Caller reader = visit.required().caller();
        rights.require(reader, Route.RECEIPT);
        looks.page(reader, visit.address());
        return new Disclosure(reader.state());
    }

    private static HttpResponse<byte[]> file(Receipt receipt, String name) {
        return HttpResponse.ok(receipt.toBytes())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + name + ".json\"");
    }
}
