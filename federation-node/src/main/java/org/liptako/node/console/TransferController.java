package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.identity.Caller;

/** The pages of the transfers into this data centre. */
@Controller
final class TransferController {
    private final TransfersReader all;
    private final TransferReader transfers;
    private final PageRights rights;
    private final Pages pages;

    TransferController(TransfersReader all, TransferReader transfers, PageRights rights, Pages pages) {
        this.all = all;
        this.transfers = transfers;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/transfers")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> all(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        return pages.page(
                visit, "transfers", all.read(visit.words(), visit.required().caller()));
    }

    @Get("/transfers/{grant}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String grant) {
        Visit visit = Visit.of(request);
        Caller reader = visit.required().caller();
        rights.require(reader, Route.TRANSFER);
        TransferPage page = transfers.read(visit.words(), reader, GrantMessages.serial(grant));
        Words words = visit.words();
        return pages.page(
                visit,
                HttpStatus.OK,
                "transfer",
                words.of("title.transfer", page.transfer().dataset()),
                words.of("lead.transfer"),
                page);
    }
}
