package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one style sheet of all pages. */
@Controller
final class StyleController {
    private static final MediaType CSS = new MediaType("text/css; charset=utf-8");

    private final byte[] sheet = read();

    StyleController() {}

    @Get(value = "/console.css", produces = "text/css")
    HttpResponse<byte[]> style() {
        return HttpResponse.ok(sheet).contentType(CSS).header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
    }

    private static byte[] read() {
        try (InputStream in = StyleController.class.getResourceAsStream("console.css")) {
            if (in == null) {
                throw new IllegalStateException("console.css is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
