package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Documents;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.rules.RuleSet;

/** An OPA that takes a token and would take none just as well: anybody could change what is law in it, so it is given nothing. */
class OpenOpaTest {
    private static final RuleSet RULES =
            new Rulebook().rule("ML-A", "effet: autoriser").ruleSet();

    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final HttpServer server = server();
    private boolean open = true;

    @BeforeEach
    void serve() {
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anOpaThatAnswersEveryoneIsGivenNoRulesAndNotAsked() {
        assertThat(refilled()).isFalse();
        assertThat(written).isEmpty();
    }

    @Test
    void anOpaThatTurnsStrangersAwayIsGivenThem() {
        open = false;

        assertThat(refilled()).isTrue();
        assertThat(written).isNotEmpty();
    }

    private boolean refilled() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpaClient client = new OpaClient(() -> address, Optional.of("token"), OpaLimits.STANDARD)) {
            OpaEngine engine = new OpaEngine(new OpaRules(client), RULES, Duration.ofMinutes(1));
            boolean filled = engine.refill().join();
            if (!filled) {
                assertThat(engine.judge(Documents.toBurkina(""))).isInstanceOf(Judgement.Undecided.class);
            }
            return filled;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        boolean turnedAway = !open && !exchange.getRequestHeaders().containsKey("Authorization");
        if (!exchange.getRequestMethod().equals("GET") && !turnedAway) {
            written.add(exchange.getRequestURI().getPath());
        }
        exchange.getRequestBody().readAllBytes();
        byte[] body = (exchange.getRequestURI().getPath().endsWith("/whole")
                        ? "{\"result\": \"" + RULES.digest() + "\"}"
                        : "{}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(turnedAway ? 401 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
