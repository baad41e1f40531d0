package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The one style sheet of all pages, the one script, and the sign that a browser puts on its tab. */
@Controller
final class StyleController {
    private final KeptFile sheet = KeptFile.of("console.css", new MediaType("text/css; charset=utf-8"));
    private final KeptFile icon = KeptFile.of("icon.svg", new MediaType("image/svg+xml; charset=utf-8"));
    private final KeptFile script = KeptFile.of("sign.js", new MediaType("text/javascript; charset=utf-8"));

    StyleController() {}

    @Get(value = "/console.css", produces = "text/css")
    HttpResponse<byte[]> style(HttpRequest<?> request) {
        return kept(sheet, request);
    }

    @Get(value = "/icon.svg", produces = "image/svg+xml")
    HttpResponse<byte[]> icon(HttpRequest<?> request) {
        return kept(icon, request);
    }

    @Get(value = "/sign.js", produces = "text/javascript")
    HttpResponse<byte[]> script(HttpRequest<?> request) {
        return kept(script, request);
    }

    /** Not sent again to whoever has it. */
    private static HttpResponse<byte[]> kept(KeptFile file, HttpRequest<?> request) {
        HttpHeaders asked = request.getHeaders();
        String tag = file.tag(asked.getAll(HttpHeaders.ACCEPT_ENCODING));
        return (KeptFile.names(asked.getAll(HttpHeaders.IF_NONE_MATCH), tag)
                        ? HttpResponse.<byte[]>notModified()
                        : HttpResponse.ok(file.bytes()).contentType(file.type()))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
    }
}
