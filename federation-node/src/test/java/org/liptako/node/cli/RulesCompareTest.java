package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCompareTest {
    private static final Path SAMPLES = Path.of("src/main/samples/rules");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path edited;

    @BeforeEach
    void copyTheSamples() throws IOException {
        for (String file : List.of("ml.yaml", "bf.yaml", "ne.yaml", "aes.yaml")) {
            Files.copy(SAMPLES.resolve(file), edited.resolve(file));
        }
    }

    @Test
    void printsNothingForTheSameRules() {
        assertThat(compare(edited)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsALineWithFactsAndBothDecisionsForEachDifference() throws IOException {
        Path mali = edited.resolve("ml.yaml");
        Files.writeString(
                mali, Files.readString(mali).replace("au_plus: diffusion_restreinte", "au_plus: confidentiel"));

        assertThat(compare(edited)).isEqualTo(ExitCode.DONE);

        for (String line : out.toString().lines().toList()) {
            JsonNode difference = JsonMapper.builder().build().readTree(line);
            assertThat(difference.fieldNames()).toIterable().containsExactly("kind", "facts", "old", "new");
            assertThat(difference.path("kind").asText()).isEqualTo("NEWLY_PERMITTED");
            assertThat(difference.path("facts").path("at").asText()).isEqualTo("2026-07-01T00:00:00Z");
            assertThat(difference.path("old").path("verdict").asText()).isNotEqualTo("PERMIT");
            assertThat(difference.path("new").path("verdict").asText()).isEqualTo("PERMIT");
        }
        assertThat(out.toString().lines()).isNotEmpty();
    }

    @Test
    void refusesAnInstantThatAFactsDocumentWouldNotTake() {
        assertThat(run("rules", "compare", "--old", SAMPLES.toString(), "--new", SAMPLES.toString(), "--at", "1 July"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--at").hasLineCount(1);
    }

    private int compare(Path now) {
        return run(
                "rules",
                "compare",
                "--old",
                SAMPLES.toString(),
                "--new",
                now.toString(),
                "--at",
                "2026-07-01T00:00:00Z");
    }

    private int run(String... arguments) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
