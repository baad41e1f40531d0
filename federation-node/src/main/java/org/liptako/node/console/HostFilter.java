package org.liptako.node.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.node.console.entry.ConsoleAddress;

/**
 * Answers only who asks for this node by a name of its own: in clear this machine's, over TLS that in its certificate.
 *
 * <p>Listening on loopback keeps strangers' machines out, not strangers' pages: a name of theirs may be made to lead here, and the browser would then let
 * their page read ours.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HostFilter implements Ordered {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
    private final String name;
    private final Pattern named;

    @Inject
    HostFilter(ConsoleAddress address) {
        this(address.name());
    }

    HostFilter(String name) {
        this.name = name;
        this.named = Pattern.compile(Pattern.quote(name) + "(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseOtherNames(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        boolean secure = request.isSecure();
        return host != null && (secure ? named : LOOPBACK).matcher(host).matches()
                ? null
                : HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST)
                        .body(words(secure ? name : "127.0.0.1, localhost"))
                        .contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    private static String words(String names) {
        return "Cette page ne répond qu'à un nom de ce nœud : " + names
                + ".\nThis page answers only at a name of this node: " + names + ".\n";
    }
}
