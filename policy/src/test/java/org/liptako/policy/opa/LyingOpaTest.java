package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Documents;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.rules.RuleSet;

/** Something that is not our OPA, or not as it should be: no answer of it is taken. */
class LyingOpaTest {
    private static final RuleSet RULES =
            new Rulebook().rule("ML-A", "effet: autoriser").ruleSet();
    private static final String PERMIT =
            "{\"verdict\":\"PERMIT\",\"findings\":[],\"missing\":[],\"obligations\":[],\"obliged_by\":[],\"valid_until\":null}";

    private final HttpServer server = start();
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void serve() {
        server.createContext("/v1/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean asked = path.endsWith("/answer");
            String said = path.endsWith("/whole") ? "{\"result\": \"" + RULES.digest() + "\"}" : "{}";
            byte[] body = (asked ? answer : said).getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(asked ? status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesTheRightAnswer() {
        assertThat(judge(200, answer(RULES.digest(), JudgeModule.CURRENT.digest(), PERMIT)))
                .isInstanceOf(Judgement.Decided.class);
    }

    @Test
    void takesNoOther() {
        String module = JudgeModule.CURRENT.digest();
        for (String wrong : List.of(
                "",
                "{}",
                "null",
                "{\"result\": null}",
                "{\"result\": true}",
                "{\"result\": {}}",
                answer(RULES.digest(), module, PERMIT.replace(",\"valid_until\":null", "")),
                answer("0".repeat(64), module, PERMIT),
                answer(RULES.digest(), "0".repeat(16), PERMIT),
                answer(RULES.digest(), module, "null"),
                answer(RULES.digest(), module, "{\"verdict\":\"PERMIT\"}"),
                answer(RULES.digest(), module, PERMIT.replace("PERMIT", "permit")),
                answer(RULES.digest(), module, PERMIT.replace("\"PERMIT\"", "0")),
                answer(RULES.digest(), module, PERMIT) + "x",
                answer(RULES.digest(), module, PERMIT) + " ".repeat(OpaLimits.STANDARD.mostAnswerBytes()))) {
            assertThat(judge(200, wrong)).as(wrong.strip()).isInstanceOf(Judgement.Undecided.class);
        }
        assertThat(judge(500, answer(RULES.digest(), module, PERMIT))).isInstanceOf(Judgement.Undecided.class);
        assertThat(judge(302, answer(RULES.digest(), module, PERMIT))).isInstanceOf(Judgement.Undecided.class);
    }

    private Judgement judge(int withStatus, String withAnswer) {
        status = withStatus;
        answer = withAnswer;
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpaClient client = new OpaClient(() -> address, Optional.empty(), OpaLimits.STANDARD)) {
            OpaEngine engine = new OpaEngine(new OpaRules(client), RULES, Duration.ZERO);
            assertThat(engine.refill().join()).isTrue();
            return engine.judge(Documents.toBurkina(""));
        }
    }

    private static String answer(String set, String module, String decision) {
        return "{\"result\": {\"set\": \"" + set + "\", \"module\": \"" + module + "\", \"decision\": " + decision
                + "}}";
    }

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
