package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The page of places and copies. It answers on loopback only, to whoever sits at the machine: it shows and changes nothing. */
@Controller
final class TableController {
    private final TableReader tables;
    private final byte[] style;

    TableController(TableReader tables) {
        this.tables = tables;
        this.style = style();
    }

    @Get("/")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ModelAndView<Map<String, Object>>> table(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String lang,
            @QueryValue(defaultValue = "") String dataset,
            @QueryValue(defaultValue = "") String site,
            @QueryValue(defaultValue = "0") long before) {
        Words words = Words.in(
                lang.isEmpty() ? request.getLocale().orElse(Locale.FRENCH).getLanguage() : lang);
        TablePage page = tables.read(words, dataset, site, before);
        return guarded(HttpResponse.ok(new ModelAndView<>("table", Map.of("page", page, "words", words.plain()))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get(value = "/console.css", produces = "text/css")
    HttpResponse<byte[]> style(HttpRequest<?> request) {
        return guarded(HttpResponse.ok(style)).contentType(new MediaType("text/css; charset=utf-8"));
    }

    /** Nothing is loaded from elsewhere, nothing runs, nobody frames the page. */
    private static <T> MutableHttpResponse<T> guarded(MutableHttpResponse<T> response) {
        return response.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static byte[] style() {
        try (InputStream in = TableController.class.getResourceAsStream("console.css")) {
            if (in == null) {
                throw new IllegalStateException("console.css is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
