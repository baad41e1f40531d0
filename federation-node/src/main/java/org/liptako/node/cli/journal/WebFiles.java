package org.liptako.node.cli.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.liptako.pki.tlog.audit.LogFiles;

/** A log's files on a web server. What comes is believed no more than a file of a stranger's. */
final class WebFiles implements LogFiles, AutoCloseable {
    private static final int MOST_BYTES = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int MISSING = 404;
    private static final int GONE = 410;

    private final URI prefix;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    WebFiles(URI prefix) {
        this.prefix = prefix;
    }

    @Override
    public Optional<byte[]> read(String path) {
        URI address = URI.create(prefix + (prefix.toString().endsWith("/") ? "" : "/") + path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case OK -> Optional.of(body.readNBytes(MOST_BYTES + 1));
                    case MISSING, GONE -> Optional.empty();
                    default -> throw new IOException("HTTP " + response.statusCode());
                };
            }
        } catch (IOException e) {
            throw new UncheckedIOException(address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(address.toString(), new IOException(e));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
