package org.liptako.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.opa.OpaBinary;

/** What listens where a node looks for its OPA: a real one, behind a token; or something that stands in its place. */
public final class TrialOpa implements AutoCloseable {
    private static final String TOKEN = "trial-token-of-an-opa-beside-a-node";
    private static final JsonMapper JSON = new JsonMapper();
    /** As OPA writes its count of answered requests. */
    private static final Pattern PUTS = Pattern.compile(
            "http_request_duration_seconds_count\\{code=\"2[0-9]+\",handler=\"v1/(?:data|policies)\",method=\"put\"} (\\d+)");

    private final Path directory;
    private final int port;
    private @Nullable Process opa;
    private @Nullable HttpServer impostor;

    /** What an impostor makes of a question. */
    interface Answer {
        String to(JsonNode question, String module);
    }

    public TrialOpa(Path directory) throws IOException {
        this.directory = directory;
        this.port = FreePort.find();
        Files.writeString(directory.resolve("authz.rego"), """
                package system.authz

                default allow := false

                allow if input.identity == "%s"
                """.formatted(TOKEN));
        Files.createFile(
                tokenFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(tokenFile(), TOKEN + "\n");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path tokenFile() {
        return directory.resolve("opa.token");
    }

    /** Starts a real one, which holds nothing. */
    public void start() throws IOException {
        Path binary = new OpaBinary(System.getenv(), line -> {}).find();
        opa = new ProcessBuilder(
                        binary.toString(),
                        "run",
                        "--server",
                        "--addr=127.0.0.1:" + port,
                        "--authentication=token",
                        "--authorization=basic",
                        "--log-level=error",
                        "--skip-version-check",
                        directory.resolve("authz.rego").toString())
                .inheritIO()
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::listens);
    }

    public void kill() {
        Process running = opa;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
            opa = null;
        }
    }

    /** The rule sets that the real one holds, by digest. */
    public Set<String> ruleSets() {
        Set<String> held = new HashSet<>();
        for (Map.Entry<String, JsonNode> root :
                ask("/v1/data/liptako_rules").path("result").properties()) {
            if (root.getKey().startsWith("sets_")) {
                root.getValue().fieldNames().forEachRemaining(held::add);
            }
        }
        return held;
    }

    /** How often the real one was given a module or data since it was started. */
    public long changes() {
        return PUTS.matcher(read("/metrics"))
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    private JsonNode ask(String path) {
        try {
            return JSON.readTree(read(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(url().resolve(path))
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the real one a signal, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        Process running = opa;
        if (running == null
                || new ProcessBuilder("kill", "-" + name, Long.toString(running.pid()))
                                .start()
                                .waitFor()
                        != 0) {
            throw new AssertionError("OPA does not run.");
        }
    }

    /** Puts something in OPA's place that takes everything it is given and answers with this. */
    void replace(Answer answer) throws IOException {
        kill();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> serve(exchange, answer));
        server.start();
        impostor = server;
    }

    void unmask() {
        HttpServer server = impostor;
        if (server != null) {
            server.stop(0);
            impostor = null;
        }
    }

    /** Permits whatever is asked, in the name of a rule set, written as JSON. */
    static String permit(String ruleSet, String module) {
        return """
                {"result": {"set": %s, "module": "%s", "decision": {"verdict": "PERMIT", "findings": [], "missing": [],
                 "obligations": [], "obliged_by": [], "valid_until": null}}}""".formatted(ruleSet, module);
    }

    /** Has an answer wait. */
    static Answer late(Duration by, Answer answer) {
        return (question, module) -> {
            LockSupport.parkNanos(by.toNanos());
            return answer.to(question, module);
        };
    }

    private static void serve(HttpExchange exchange, Answer answer) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        boolean known = exchange.getRequestHeaders().containsKey("Authorization");
        byte[] body = said(exchange, JSON.readTree(asked).path("input"), answer).getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Nobody could tell an impostor by what it says that it holds. */
    private static String said(HttpExchange exchange, JsonNode input, Answer answer) {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/whole")) {
            return "{\"result\": " + input.path("@set") + "}";
        }
        return path.endsWith("/answer") ? answer.to(input, module(exchange)) : "{}";
    }

    /** Every impostor can read in the question which module is asked. */
    private static String module(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceAll(".*/judge_([0-9a-f]+)/.*", "$1");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
        unmask();
    }
}
