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
import java.util.Optional;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.entry.Session;
import org.liptako.node.exchange.pace.LimitChange;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** What operators of this data centre set of its rates and hours. A form says all of a limit: what it leaves empty has none. */
@Controller("/transfers/limits")
final class LimitController {
    private final PaceLimits limits;
    private final QueueDesk transfers;
    private final PageRights rights;
    private final NodeConfig node;

    LimitController(PaceLimits limits, QueueDesk transfers, PageRights rights, NodeConfig node) {
        this.limits = limits;
        this.transfers = transfers;
        this.rights = rights;
        this.node = node;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> set(HttpRequest<?> request, @Body Map<String, String> form) {
        Session session = Visit.of(request).required();
        FormKeys.require(form, session);
        rights.requireHere(session.caller(), Route.LIMITS);
        Optional<State> peer = peer(form.getOrDefault("peer", ""));
        if (form.containsKey("configured")) {
            limits.forget(peer);
        } else {
            LimitChange change = new LimitChange(field(form, "receive"), field(form, "serve"), field(form, "windows"));
            limits.set(change.of(limits.of(peer)), session.caller().party().toString());
        }
        transfers.limitsChanged();
        return HttpResponse.seeOther(URI.create(TransferRows.PATH));
    }

    private static String field(Map<String, String> form, String name) {
        String said = form.getOrDefault(name, "").strip();
        return said.isEmpty() ? LimitChange.NONE : said;
    }

    /** With this State itself nothing is exchanged. */
    private Optional<State> peer(String code) {
        Optional<State> peer = State.ofCode(code).filter(state -> state != node.state());
        if (peer.isEmpty() && !code.isEmpty()) {
            throw new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("limit.bad.peer"));
        }
        return peer;
    }
}
