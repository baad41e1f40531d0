package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A rule written by answers on the standard input, as a script would give them. */
class RulesNewTest {
    private static final Path SAMPLES = Path.of("src/main/samples/rules");
    private static final String ANSWERS = """
            ML
            ML-SANTE-9
            Santé
            Health
            Les données de santé restent au Mali.
            Health data stay in Mali.
            Loi n° 2013-015 du 21 mai 2013
            9
            exemple

            1er juillet 2027


            exiger

            origine
            oui
            jeu.categories
            sante

            fait
            lieu.etat
            est
            ML

            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path rules;

    @BeforeEach
    void copyTheSamples() throws IOException {
        for (String file : List.of("ml.yaml", "bf.yaml", "ne.yaml", "aes.yaml")) {
            Files.copy(SAMPLES.resolve(file), rules.resolve(file));
        }
    }

    @Test
    void addsTheRuleBehindTheOthersAndTheDirectoryStillPassesItsCheck() throws IOException {
        String mali = Files.readString(rules.resolve("ml.yaml"));

        assertThat(write(Locale.FRENCH, ANSWERS + "oui\n")).isEqualTo(ExitCode.DONE);

        assertThat(Files.readString(rules.resolve("ml.yaml")))
                .startsWith(mali)
                .endsWith("    condition: {fait: lieu.etat, est: ML}\n");
        assertThat(out.toString()).contains("Écrit dans ml.yaml", "l’État du lieu est Mali (ML)");
        assertThat(run(Locale.FRENCH, "rules", "check", "--rules", rules.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("68 règles, sans erreur");
    }

    @Test
    void writesNothingUnlessItIsTold() throws IOException {
        String mali = Files.readString(rules.resolve("ml.yaml"));

        assertThat(write(Locale.ENGLISH, ANSWERS + "non\n")).isEqualTo(ExitCode.NO);
        assertThat(write(Locale.ENGLISH, ANSWERS)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("the answers end at the question").hasLineCount(1);
        assertThat(rules.resolve("ml.yaml")).hasContent(mali);
    }

    @Test
    void writesAFileOfItsOwnWhereItIsAsked() {
        assertThat(write(Locale.FRENCH, ANSWERS + "oui\n", "--file", "mali/sante.yaml"))
                .isEqualTo(ExitCode.DONE);
        assertThat(rules.resolve("mali/sante.yaml")).content().startsWith("recueil: ML\nregles:\n  - id: ML-SANTE-9\n");
    }

    @Test
    void refusesAFileOfAnotherJurisdictionOrOutsideTheDirectory() {
        assertThat(write(Locale.FRENCH, ANSWERS + "oui\n", "--file", "bf.yaml")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(write(Locale.FRENCH, ANSWERS + "oui\n", "--file", "../sante.yaml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(rules.resolveSibling("sante.yaml")).doesNotExist();
    }

    @Test
    void startsADirectoryFromNothing(@TempDir Path empty) {
        terminal.isTold(ANSWERS + "oui\n");
        assertThat(run(Locale.FRENCH, "rules", "new", "--rules", empty.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(run(Locale.FRENCH, "rules", "check", "--rules", empty.toString()))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void countsClearDaysInFrench() {
        assertThat(run(
                        Locale.FRENCH,
                        "rules",
                        "deadline",
                        "--state",
                        "ML",
                        "--from",
                        "15 mars 2027",
                        "--days",
                        "10",
                        "--francs"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("mardi 30 mars 2027 (2027-03-30)", "lundi de Pâques");
        assertThat(err.toString()).contains("Tabaski");
    }

    private int write(Locale locale, String answers, String... more) {
        terminal.isTold(answers);
        String[] arguments = new String[4 + more.length];
        List<String> command = List.of("rules", "new", "--rules", rules.toString());
        command.toArray(arguments);
        System.arraycopy(more, 0, arguments, command.size(), more.length);
        return run(locale, arguments);
    }

    private int run(Locale locale, String... arguments) {
        terminal.speaks(locale);
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
