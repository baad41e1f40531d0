package org.liptako.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialWords;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Vocabulary;

/** Words that the AES has published come from a node into a rules directory, and whoever writes rules there is asked in them. */
class RulesVocabularyIT {
    private static final Path SAMPLES = Path.of("src/main/samples/rules");

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HandSetClock clock = new HandSetClock(Instant.now());
    private final TrialLaw law = new TrialLaw(clock);
    private final TrialServer mali = new TrialServer(State.ML, Clock.systemUTC(), List.of(law.endpoint(State.ML)));

    @BeforeEach
    void layOutTheRules() throws IOException {
        for (String file : List.of("ml.yaml", "bf.yaml", "ne.yaml", "aes.yaml")) {
            Files.copy(SAMPLES.resolve(file), directory.resolve(file));
        }
    }

    @AfterEach
    void close() {
        mali.close();
        law.close();
    }

    @Test
    void aNodeThatKnowsOnlyTheProductsWordsHasNoFileToGive() {
        assertThat(fetch()).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("version 1", "no other");
        assertThat(directory.resolve("vocabulaire.yaml")).doesNotExist();
    }

    @Test
    void theNewestWordsLieBesideTheRulesAndRulesAreWrittenInThem() throws Exception {
        publishWords();

        assertThat(fetch()).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(fetch()).as("again").isEqualTo(ExitCode.DONE);

        Path file = directory.resolve("vocabulaire.yaml");
        assertThat(Files.readAllBytes(file)).isEqualTo(TrialWords.file().bytes());
        assertThat(out.toString())
                .contains("Version 2 of the vocabulary, digest "
                        + TrialWords.second().digest());
        assertThat(fetch("--version", "3")).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("--version 3: the node knows versions 1 to 2");

        assertThat(run("rules", "schema", "--vocabulary", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("biometrie", "jeu.vivant");
        terminal.isTold("""
                ML
                ML-VISAGES-1
                Visages
                Faces
                Les visages restent au Mali.
                Faces stay in Mali.
                Loi n° 1
                9
                exemple

                1er juillet 2027


                exiger

                origine
                oui
                jeu.categories
                biometrie

                fait
                lieu.etat
                est
                ML

                oui
                """);
        assertThat(run("rules", "new", "--rules", directory.toString()))
                .as(out + err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(directory.resolve("ml.yaml"))).contains("biometrie");
        assertThat(run("rules", "check", "--rules", directory.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void wordsOfAnotherLineOrOlderOnesDoNotReplaceThoseThatAreThere() throws Exception {
        publishWords();
        Path file = directory.resolve("vocabulaire.yaml");
        String rival = new String(TrialWords.file().bytes(), UTF_8).replace("Biometric", "Other words");
        Files.writeString(file, rival);

        assertThat(fetch()).isEqualTo(ExitCode.NO);
        assertThat(Files.readString(file)).isEqualTo(rival);

        String third = new String(TrialWords.file().bytes(), UTF_8).replace("version: 2", "version: 3");
        Files.writeString(file, third);
        assertThat(fetch()).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("newer version");
        assertThat(Files.readString(file)).isEqualTo(third);
    }

    @Test
    void aFileThatIsNoVocabularyMakesNoSchema() {
        assertThat(run(
                        "rules",
                        "schema",
                        "--vocabulary",
                        directory.resolve("ml.yaml").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(
                        "rules",
                        "schema",
                        "--vocabulary",
                        directory.resolve("none").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("ml.yaml", "none");
    }

    private void publishWords() throws Exception {
        law.publish(State.ML, Jurisdiction.AES, Vocabulary.standard(), TrialLaw.samples(Jurisdiction.AES, ""));
        clock.set(clock.instant().plusSeconds(1));
        law.publish(
                State.ML,
                Jurisdiction.AES,
                TrialWords.second(),
                Stream.concat(TrialLaw.samples(Jurisdiction.AES, "").stream(), Stream.of(TrialWords.file()))
                        .toList());
    }

    private int fetch(String... more) {
        CredentialFiles officer = TrialRegion.tree().officer(State.ML, 1);
        List<String> words = new ArrayList<>(List.of(
                "rules",
                "vocabulary",
                "--out",
                directory.toString(),
                "--node",
                "127.0.0.1:" + mali.port(),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--cert",
                officer.certificate().toString(),
                "--key",
                officer.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
