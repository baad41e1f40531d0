package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.entry.Secret;

/**
 * The cookies of the pages: nothing runs in a page that could read them, no page of others sends them, and they leave over TLS only, or to this very machine, which
 * browsers hold for as safe.
 *
 * <p>Cookies of one host are shared by all its ports (RFC 6265 section 8.5): each site's have a name of their own, so that the three nodes of a demonstration do not
 * sign each other's people out.
 */
@Singleton
final class ConsoleCookies {
    private final String session;
    private final String entry;

    ConsoleCookies(NodeConfig node) {
        String site = node.site().value().toLowerCase(Locale.ROOT);
        this.session = "liptako-session-" + site;
        this.entry = "liptako-entry-" + site;
    }

    /** What the reader's browser shows as the secret of a session. */
    Optional<String> session(HttpRequest<?> request) {
        return shown(request, session);
    }

    /** What it shows as the secret of a page on which a link is used. */
    Optional<Secret> entry(HttpRequest<?> request) {
        return shown(request, entry).flatMap(Secret::shown);
    }

    Cookie session(Secret secret) {
        return guarded(Cookie.of(session, secret.value()));
    }

    Cookie entry(Secret secret) {
        return guarded(Cookie.of(entry, secret.value()));
    }

    /** Has the browser forget the session. */
    Cookie noSession() {
        return guarded(Cookie.of(session, "")).maxAge(0);
    }

    Cookie noEntry() {
        return guarded(Cookie.of(entry, "")).maxAge(0);
    }

    /** The language is no secret; the browser remembers it for a year. */
    static Cookie language(String language) {
        return guarded(Cookie.of(ReaderLanguage.COOKIE, language)).maxAge(31_536_000);
    }

    private static Optional<String> shown(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }

    /** Without an age, the browser forgets it as it closes. */
    private static Cookie guarded(Cookie cookie) {
        return cookie.httpOnly(true).secure(true).sameSite(SameSite.Strict).path("/");
    }
}
