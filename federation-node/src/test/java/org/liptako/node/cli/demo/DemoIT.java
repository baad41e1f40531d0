package org.liptako.node.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoIT {
    private static final Path LAUNCHER = Path.of("bin", "liptako").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void tellsAllFifteenStepsAndReportsThem() throws IOException, InterruptedException {
        assertThat(demo()).isZero();
        var report = report();
        assertThat(report.path("steps"))
                .hasSize(15)
                .allSatisfy(step -> assertThat(step.path("ok").asBoolean())
                        .as(step.toString())
                        .isTrue());
        assertThat(report.path("nodes")).hasSize(3);
        assertThat(report.path("clients")
                        .path("ML")
                        .path("operator")
                        .path("cert")
                        .asText())
                .endsWith(".pem");
        assertThat(Path.of(report.path("root").asText())).exists();
    }

    @ParameterizedTest
    @CsvSource({"missing_peer, 1", "corrupted_chunk, 1", "wrong_rule, 2"})
    void endsWithOneAndNamesTheStepThatWentWrong(String fault, String step) throws IOException, InterruptedException {
        assertThat(demo("--break", fault)).isEqualTo(1);
        var failed = StreamSupport.stream(report().path("steps").spliterator(), false)
                .filter(played -> !played.path("ok").asBoolean())
                .map(played -> played.path("name").asText())
                .toList();
        assertThat(failed).singleElement().asString().startsWith(step + " ");
    }

    private int demo(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                LAUNCHER.toString(),
                "demo",
                "--once",
                "--dir",
                directory.resolve("demo").toString(),
                "--report",
                directory.resolve("report.json").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private JsonNode report() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(directory.resolve("report.json").toFile());
    }
}
