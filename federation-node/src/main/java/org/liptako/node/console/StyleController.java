package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one style sheet of all pages, the one script, and the sign that a browser puts on its tab. */
@Controller
final class StyleController {
    private static final MediaType CSS = new MediaType("text/css; charset=utf-8");
    private static final MediaType SVG = new MediaType("image/svg+xml; charset=utf-8");

    private static final MediaType SCRIPT = new MediaType("text/javascript; charset=utf-8");

    private final byte[] sheet = read("console.css");
    private final byte[] icon = read("icon.svg");
    private final byte[] script = read("sign.js");

    StyleController() {}

    @Get(value = "/console.css", produces = "text/css")
    HttpResponse<byte[]> style() {
        return kept(sheet, CSS);
    }

    @Get(value = "/icon.svg", produces = "image/svg+xml")
    HttpResponse<byte[]> icon() {
        return kept(icon, SVG);
    }

    @Get(value = "/sign.js", produces = "text/javascript")
    HttpResponse<byte[]> script() {
        return kept(script, SCRIPT);
    }

    private static HttpResponse<byte[]> kept(byte[] file, MediaType type) {
        return HttpResponse.ok(file).contentType(type).header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
    }

    private static byte[] read(String name) {
        try (InputStream in = StyleController.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
