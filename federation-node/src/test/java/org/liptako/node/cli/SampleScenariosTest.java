package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios of the sample rules reach every rule and both sides of every condition. */
class SampleScenariosTest {
    private static final String SAMPLES = "src/main/samples/rules";

    private final StringWriter out = new StringWriter();

    @Test
    void allPassAndReachEveryRuleAndCondition(@TempDir Path directory) throws IOException {
        Path junit = directory.resolve("essais.xml");

        assertThat(run("rules", "test", "--rules", SAMPLES, "--language", "en", "--junit", junit.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .contains("Rules that decided at least once: 67 of 67")
                .contains("Conditions seen both true and false: 238 of 238")
                .contains("all passed.");
        assertThat(Files.readString(junit)).contains("<testsuite name=\"ml.essais.yaml\"");
    }

    @Test
    void aFailedScenarioEndsWithOne(@TempDir Path directory) throws IOException {
        for (String state : new String[] {"ML", "BF", "NE", "AES"}) {
            Files.writeString(directory.resolve(state + ".yaml"), "recueil: " + state + "\nregles: []\n");
        }
        Files.writeString(
                directory.resolve("a.essais.yaml"),
                "essais: [{nom: a, date: 2026-07-01, faits: {operation: heberger, jeu.etat: ML, lieu.etat: ML}, attendu: permis}]");

        assertThat(run("rules", "test", "--rules", directory.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("1 essais, 1 en échec.");
    }

    private int run(String... arguments) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
    }
}
