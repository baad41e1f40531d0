package org.liptako.node.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.PaceConfig;

/**
 * Puts on every answer what keeps a browser from being used against its reader, and turns away acts that another site's page has sent.
 *
 * <p>Each form brings its key as well ({@link FormKeys}); this is the second lock, by what the browser itself says of where an act comes from.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class GuardFilter implements Ordered {
    /** Nothing is loaded from elsewhere, nothing runs, nobody frames a page, no form goes elsewhere. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** The same on the one page on which a key signs: by a script of the node's own. */
    static final String SIGNING_POLICY = POLICY + "; script-src 'self'";

    private static final Pattern SIGNING = Pattern.compile("/signing/[0-9a-f]{64}(/.*)?");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String WORDS = "Cet envoi vient d'une autre page que celles de ce nœud ; il n'est pas pris.\n"
            + "This was sent from another page than this node's; it is not taken.\n";

    private final PaceConfig pace;

    /** @param pace whose zone is that of the hours at this data centre */
    GuardFilter(PaceConfig pace) {
        this.pace = pace;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseOthersForms(HttpRequest<?> request) {
        Visit.locate(request, pace.zone());
        return SAFE.contains(request.getMethod()) || isOurs(request)
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN).body(WORDS).contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    /** Programs that are no browser say nothing of it, and have no reader whose cookies could be misused. */
    private static boolean isOurs(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String host = request.getHeaders().get(HttpHeaders.HOST);
        String own = (request.isSecure() ? "https://" : "http://") + host;
        return (site == null || site.equals("same-origin")) && (origin == null || origin.equals(own));
    }

    @ResponseFilter
    void guard(HttpRequest<?> request, MutableHttpResponse<?> response) {
        set(
                response,
                "Content-Security-Policy",
                SIGNING.matcher(request.getPath()).matches() ? SIGNING_POLICY : POLICY);
        set(response, "X-Content-Type-Options", "nosniff");
        // Not no-referrer: a browser would then say of our own forms that they come from nowhere (Fetch, 3.2).
        set(response, "Referrer-Policy", "same-origin");
        set(response, "Cross-Origin-Opener-Policy", "same-origin");
        set(response, "Cross-Origin-Resource-Policy", "same-origin");
        set(response, "X-Frame-Options", "DENY");
        if (request.isSecure()) {
            set(response, "Strict-Transport-Security", "max-age=31536000");
        }
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        ReaderLanguage.chosen(request).ifPresent(language -> response.cookie(ConsoleCookies.language(language)));
    }

    private static void set(MutableHttpResponse<?> response, String name, String value) {
        response.getHeaders().set(name, value);
    }
}
