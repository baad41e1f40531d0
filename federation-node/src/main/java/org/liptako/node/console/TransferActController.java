package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import org.liptako.node.console.entry.Session;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** What operators of this data centre do with its transfers, by the desk that the command line speaks to. Each act may be sent twice without harm. */
@Controller("/transfers")
final class TransferActController {
    private static final String SCOPE = "scope";
    private static final String GRANT = "grant";

    private final QueueDesk desk;
    private final PageRights rights;

    TransferActController(QueueDesk desk, PageRights rights) {
        this.desk = desk;
        this.rights = rights;
    }

    @Post("/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> pause(HttpRequest<?> request, @Body Map<String, String> form) {
        Caller operator = operator(request, form, Route.PAUSE);
        PauseScope scope = scope(form);
        desk.pause(scope, operator.party().toString());
        return back(scope);
    }

    @Post("/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> resume(HttpRequest<?> request, @Body Map<String, String> form) {
        operator(request, form, Route.RESUME);
        PauseScope scope = scope(form);
        desk.resume(scope);
        return back(scope);
    }

    @Post("/priority")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> priority(HttpRequest<?> request, @Body Map<String, String> form) {
        operator(request, form, Route.PRIORITY);
        GrantSerial grant = grant(form);
        desk.priority(
                grant,
                EnumNames.of(TransferPriority.class, form.getOrDefault("priority", ""))
                        .orElseThrow(() -> new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("priority.unknown"))));
        return back(new PauseScope.OneTransfer(grant));
    }

    @Post("/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> start(HttpRequest<?> request, @Body Map<String, String> form) {
        operator(request, form, Route.START);
        GrantSerial grant = grant(form);
        desk.start(grant, false);
        return back(new PauseScope.OneTransfer(grant));
    }

    /** Whoever acts: signed in, by a form of this node's, with the right to, for this very data centre. */
    private Caller operator(HttpRequest<?> request, Map<String, String> form, Route route) {
        Session session = Visit.of(request).required();
        FormKeys.require(form, session);
        rights.requireHere(session.caller(), route);
        return session.caller();
    }

    private static PauseScope scope(Map<String, String> form) {
        String scope = form.getOrDefault(SCOPE, "");
        if (scope.equals(new PauseScope.Everything().key())) {
            return new PauseScope.Everything();
        }
        return State.ofCode(scope)
                .<PauseScope>map(PauseScope.FromState::new)
                .orElseGet(() -> new PauseScope.OneTransfer(GrantMessages.serial(scope)));
    }

    private static GrantSerial grant(Map<String, String> form) {
        return GrantMessages.serial(form.getOrDefault(GRANT, ""));
    }

    /** To the page of what was acted on. */
    private static HttpResponse<?> back(PauseScope scope) {
        String page =
                scope instanceof PauseScope.OneTransfer one ? TransferRows.PATH + "/" + one.grant() : TransferRows.PATH;
        return HttpResponse.seeOther(URI.create(page));
    }
}
