package org.liptako.node;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.name.State;

/** {@code grpcurl} calls a running node, by the very lines that the README gives. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OutsideClientIT {
    private static final Path REPOSITORY = Path.of("..");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path directory;

    private static Path grpcurl;
    private static TrialFederation region;

    private record Outcome(int exitCode, List<JsonNode> answers, String error) {}

    @BeforeAll
    static void start() throws IOException {
        grpcurl = Grpcurl.directory();
        region = new TrialFederation(directory);
        region.takeTheSamples();
    }

    @AfterAll
    static void stop() {
        if (region != null) {
            region.close();
        }
    }

    @Test
    void getsAnAnswerToEachQuestionOfTheReadme() throws IOException, InterruptedException {
        Outcome outcome = run(lines("README.md"));

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(outcome.answers()).hasSize(3);
        assertThat(outcome.answers().get(0).at("/decision/verdict").asText()).isEqualTo("PERMIT");
        assertThat(outcome.answers().get(0).at("/decision/findings")).hasSize(3);
        assertThat(outcome.answers().get(1).at("/placement/requestId").asText()).isEqualTo("from-outside-1");
        assertThat(outcome.answers().get(1).at("/placement/status").asText()).isNotEmpty();
        assertThat(outcome.answers().get(2).at("/replicas/0/dataset").asText()).isEqualTo("ML-DS-008");
        assertThat(outcome.answers().get(2).at("/coverage")).hasSize(3);
    }

    @Test
    void getsNoneWithoutACertificate() throws IOException, InterruptedException {
        String lines = lines("README.md");
        String bare = lines.replaceAll("-cert \\S+ -key \\S+", "");
        assertThat(bare).isNotEqualTo(lines);

        isLeftWithoutAnswer(run(bare));
    }

    @Test
    void getsNoneWithACertificateOfAnotherRoot() throws IOException, InterruptedException {
        Path others = directory.resolve("others");
        new TrialCeremony(Clock.systemUTC(), new SecureRandom()).perform(TrialPlan.capitals(TrialRegion.ZONE), others);
        String lines = lines("README.md")
                .replace("-cert demo/pki", "-cert " + others)
                .replace("-key demo/pki", "-key " + others);

        isLeftWithoutAnswer(run(lines));
    }

    @Test
    void findsTheSameLinesInTheFrenchReadme() throws IOException {
        assertThat(lines("README.fr.md")).isEqualTo(lines("README.md"));
    }

    private static void isLeftWithoutAnswer(Outcome outcome) {
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.answers()).isEmpty();
        assertThat(outcome.error()).isNotEmpty();
    }

    /** The lines from {@code call()} to the end of their block. */
    private static String lines(String page) throws IOException {
        String text = Files.readString(REPOSITORY.resolve(page));
        int start = text.indexOf("\ncall() {") + 1;
        assertThat(start).as("the calls in " + page).isPositive();
        return text.substring(start, text.indexOf("```", start));
    }

    private static Outcome run(String lines) throws IOException, InterruptedException {
        Path pki = requireNonNull(TrialRegion.tree().root().certificate().getParent());
        String script = lines.replace("demo/pki", pki.toString())
                .replace("127.0.0.1:PORT", "127.0.0.1:" + region.port(State.ML));
        Path out = Files.createTempFile(directory, "grpcurl", ".out");
        Path err = Files.createTempFile(directory, "grpcurl", ".err");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euc", script)
                .directory(REPOSITORY.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().merge("PATH", grpcurl.toString(), (path, tool) -> tool + File.pathSeparator + path);
        int exitCode = shell.start().waitFor();
        try (MappingIterator<JsonNode> answers = JSON.readerFor(JsonNode.class).readValues(out.toFile())) {
            return new Outcome(exitCode, answers.readAll(), Files.readString(err));
        }
    }
}
