package org.liptako.node.exchange.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.liptako.node.config.BucketConfig;

/** An object store that has nothing, takes what a node writes beside its files, and answers to the rest as a test wants. */
public final class DeviantBucket implements AutoCloseable {
    private static final String NOTHING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Result><IsTruncated>false</IsTruncated><KeyCount>0</KeyCount></Result>
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path home;
    private final Answer answer;

    /** What it answers to a question about a file's bytes. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public DeviantBucket(Path home, Answer answer) throws IOException {
        this.home = home;
        this.answer = answer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Refuses, in S3's words. */
    public static Answer refusing(int status, String code) {
        return exchange -> respond(
                exchange, status, "<Error><Code>" + code + "</Code><Message>as the test wants</Message></Error>");
    }

    /** Takes everything, and says that it has kept something else. */
    static void confirmsAnother(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        respond(exchange, 200, "");
    }

    /** Announces 100 bytes, sends ten and hangs up. */
    static void breaksOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(206, 100);
        OutputStream out = exchange.getResponseBody();
        out.write(new byte[10]);
        out.flush();
        exchange.close();
    }

    /** Has ten bytes where more are asked for. */
    public static void givesLess(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(206, 10);
        exchange.getResponseBody().write(new byte[10]);
        exchange.close();
    }

    public BucketConfig config() throws IOException {
        Path credentials = Files.createTempFile(
                home, "key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(credentials, "aws_access_key_id=a\naws_secret_access_key=b\n");
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new BucketConfig(endpoint, "copies", "", "sahel-1", credentials, true, null, null);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        String path = exchange.getRequestURI().getPath();
        if (path.contains("/data/") || path.contains("/chunks/") || path.endsWith("/object")) {
            answer.to(exchange);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            respond(exchange, 200, "");
        } else if (exchange.getRequestURI().getRawQuery() == null) {
            respond(exchange, 404, "");
        } else {
            respond(exchange, 200, NOTHING);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
