package org.liptako.node.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers only who asks for this machine by its own name.
 *
 * <p>Listening on loopback keeps strangers' machines out, not strangers' pages: a name of theirs may be made to lead here, and the browser would then let
 * their page read ours.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LoopbackFilter implements Ordered {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
    private static final String WORDS = "Cette page ne répond qu'à l'adresse 127.0.0.1 ou localhost de cette machine.\n"
            + "This page answers only at 127.0.0.1 or localhost of this machine.\n";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseOtherNames(HttpRequest<?> request) {
        String host = request.getHeaders().get("Host");
        return host != null && LOOPBACK.matcher(host).matches()
                ? null
                : HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST)
                        .body(WORDS)
                        .contentType(MediaType.TEXT_PLAIN_TYPE);
    }
}
