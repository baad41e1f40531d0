package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.liptako.node.console.entry.Session;

/** One request for a page: who makes it and in which language. */
record Visit(HttpRequest<?> request, Words words) {
    private static final String SESSION = "liptako.session";
    private static final String ZONE = "liptako.zone";

    /** The visit that a request is. */
    static Visit of(HttpRequest<?> request) {
        return new Visit(
                request,
                ReaderLanguage.of(request)
                        .at(request.getAttribute(ZONE, ZoneId.class).orElse(ZoneOffset.UTC)));
    }

    /** Notes whose time pages tell. */
    static void locate(HttpRequest<?> request, ZoneId zone) {
        request.setAttribute(ZONE, zone);
    }

    /** Notes who is signed in. */
    static void admit(HttpRequest<?> request, Session session) {
        request.setAttribute(SESSION, session);
    }

    /** Who is signed in; empty on pages that are open. */
    Optional<Session> session() {
        return request.getAttribute(SESSION, Session.class);
    }

    /** Who is signed in, on a page that only they are shown. */
    Session required() {
        return session()
                .orElseThrow(() -> new IllegalStateException("This page stands open, and asks who is signed in."));
    }

    /** The path, with what was asked for. */
    String address() {
        String query = request.getUri().getRawQuery();
        return query == null ? path() : path() + "?" + query;
    }

    String path() {
        return request.getPath();
    }
}
