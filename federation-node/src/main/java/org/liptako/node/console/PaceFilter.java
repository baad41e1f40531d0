package org.liptako.node.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.liptako.node.console.entry.Attempts;
import org.liptako.node.console.entry.Network;

/** Answers an address so many times a minute and no more: an office behind one address reads at ease, a program that asks without end is told to wait. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PaceFilter implements Ordered {
    /** Thirty a second: fifty people who each turn a page every two seconds. */
    static final int MOST = 1_800;

    private static final String WORDS = "Trop de demandes viennent de votre adresse ; attendez une minute.\n"
            + "Too many requests come from your address; wait a minute.\n";

    private final Attempts requests;

    PaceFilter(Clock clock) {
        this.requests = new Attempts(clock, MOST);
    }

    /** Before anything is asked of the database. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseTheHasty(HttpRequest<?> request) {
        if (OpenPaths.areForMachines(request.getPath(), request.isSecure())) {
            return null;
        }
        String network = Network.of(request.getRemoteAddress().getAddress());
        if (requests.mayTry(network)) {
            requests.count(network);
            return null;
        }
        return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body(WORDS)
                .contentType(MediaType.TEXT_PLAIN_TYPE);
    }
}
