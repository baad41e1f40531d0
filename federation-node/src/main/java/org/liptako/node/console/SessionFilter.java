package org.liptako.node.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.liptako.node.console.entry.ConsoleAddress;
import org.liptako.node.console.entry.EntryLog;
import org.liptako.node.console.entry.SessionState;
import org.liptako.node.console.entry.SessionState.Ended;
import org.liptako.node.console.entry.SessionState.None;
import org.liptako.node.console.entry.SessionState.Open;
import org.liptako.node.console.entry.Sessions;

/** Shows pages to those who are signed in, and the way in to all others; notes who was shown what. A path that nobody thought of is closed. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SessionFilter implements Ordered {
    private final Sessions sessions;
    private final ConsoleCookies cookies;
    private final ConsoleAddress address;
    private final PageRights rights;
    private final EntryLog log;

    SessionFilter(Sessions sessions, ConsoleCookies cookies, ConsoleAddress address, PageRights rights, EntryLog log) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.address = address;
        this.rights = rights;
        this.log = log;
    }

    /** After name and pace. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 3;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        String path = request.getPath();
        if (OpenPaths.areForMachines(path, request.isSecure())) {
            return null;
        }
        SessionState state = cookies.session(request)
                .filter(shown -> address.admits(request.isSecure()))
                .map(sessions::of)
                .orElseGet(None::new);
        return switch (state) {
            case Open opened -> {
                Visit.admit(request, opened.session());
                Place.at(path)
                        .ifPresent(place -> rights.require(opened.session().caller(), place));
                yield null;
            }
            case Ended ended -> wayIn(request, "/sign-in?why=" + ended.why());
            case None none -> wayIn(request, "/sign-in");
        };
    }

    /** Browsers leave the cookie out where another's page leads here: such a visit must not have them forget it. */
    @Nullable
    private HttpResponse<?> wayIn(HttpRequest<?> request, String where) {
        if (OpenPaths.areForReaders(request.getPath(), request.isSecure())) {
            return null;
        }
        MutableHttpResponse<?> led = HttpResponse.seeOther(URI.create(where));
        return cookies.session(request).isEmpty() ? led : led.cookie(cookies.noSession(request));
    }

    @ResponseFilter
    void note(HttpRequest<?> request, HttpResponse<?> response) {
        Visit.of(request)
                .session()
                .ifPresent(session ->
                        log.page(session.caller(), request.getMethodName() + " " + request.getPath(), response.code()));
    }
}
