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
    /** Has a browser refuse such a cookie from anybody but this very host over TLS (RFC 6265bis, 4.1.3.2): nobody beside the node can plant one. */
    private static final String HOST_ALONE = "__Host-";

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

    /** What it shows as the secret of a page on which somebody signs in. */
    Optional<Secret> entry(HttpRequest<?> request) {
        return shown(request, entry).flatMap(Secret::shown);
    }

    Cookie session(HttpRequest<?> request, Secret secret) {
        return cookie(request, session, secret.value());
    }

    Cookie entry(HttpRequest<?> request, Secret secret) {
        return cookie(request, entry, secret.value());
    }

    /** Has the browser forget the session. */
    Cookie noSession(HttpRequest<?> request) {
        return cookie(request, session, "").maxAge(0);
    }

    Cookie noEntry(HttpRequest<?> request) {
        return cookie(request, entry, "").maxAge(0);
    }

    /** The language is no secret; the browser remembers it for a year. */
    static Cookie language(String language) {
        return guarded(Cookie.of(ReaderLanguage.COOKIE, language)).maxAge(31_536_000);
    }

    private static Optional<String> shown(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(named(request, name)).map(Cookie::getValue);
    }

    private static Cookie cookie(HttpRequest<?> request, String name, String value) {
        return guarded(Cookie.of(named(request, name), value));
    }

    private static String named(HttpRequest<?> request, String name) {
        return request.isSecure() ? HOST_ALONE + name : name;
    }

    /** Without an age, the browser forgets it as it closes. */
    private static Cookie guarded(Cookie cookie) {
        return cookie.httpOnly(true).secure(true).sameSite(SameSite.Strict).path("/");
    }
}
