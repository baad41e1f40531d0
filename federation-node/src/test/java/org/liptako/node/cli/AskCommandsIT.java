package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.slf4j.LoggerFactory;

/** A spreadsheet taken and every question asked on the command line of a small federation, one State of which is cut off in the end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AskCommandsIT {
    /** After all that the test has the nodes learn. */
    private static final String NEVER_BEFORE = "2199-12-31T00:00:00Z";

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("copies", "dataset=ML-DS-004"),
            List.of("copies-then", "dataset=ML-DS-004", "on=" + NEVER_BEFORE, "known=" + NEVER_BEFORE),
            List.of("abroad", "state=ML"),
            List.of("site-holds", "site=XX-EU-1"),
            List.of("rulings", "dataset=ML-DS-004"),
            List.of("refusals", "since=2026-01-01T00:00:00Z", "until=2027-12-31T00:00:00Z"),
            List.of("foreign-operators", "state=ML"),
            List.of("keys", "state=ML"),
            List.of("derogations", "state=ML"),
            List.of("overdue", "state=ML"),
            List.of("erasures", "state=ML"),
            List.of("proofs", "state=ML", "days=0"),
            List.of("changes", "state=ML", "since=2020-01-01T00:00:00Z", "until=2027-12-31T00:00:00Z"),
            List.of("disagreements", "state=ML"));

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aSpreadsheetIsTakenAndEveryQuestionIsAnsweredInFrench() throws Exception {
        try (TrialFederation region = new TrialFederation(directory.resolve("region"))) {
            region.takeTheSamples();
            terminal.speaks(Locale.FRANCE);
            takesASpreadsheet(region);
            for (List<String> question : QUESTIONS) {
                assertThat(asks(region, question))
                        .as("%s: %s %s", question, out, err)
                        .isEqualTo(ExitCode.DONE);
                assertThat(out.toString()).contains("Vrai le ").contains("  NE : ");
            }
            assertThat(said(region, "abroad", "state=ML"))
                    .contains("01/05/2021 00:00:00", "EXTERNAL : hors de la fédération", "TAILLE (GO)");
            assertThat(asks(region, List.of("nonsense"))).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(asks(region, List.of("abroad"))).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("veut le champ state");
            whatARegulatorAskedIsUnseenByOperators(region);
            whatOneStateCannotSayIsSaid(region);
        }
    }

    private void takesASpreadsheet(TrialFederation region) throws IOException {
        Path copies = Files.writeString(directory.resolve("copies.csv"), """
                Jeu;Lieu;Depuis le
                ML-DS-001;XX-EU-1;01/05/2021
                ML-DS-002;XX-EU-9;
                """);
        CredentialFiles administrator = TrialRegion.tree().administrator(State.ML);
        Path report = directory.resolve("erreurs.csv");
        assertThat(run(
                        region,
                        administrator,
                        List.of("register", "import", copies.toString(), "--report", report.toString())))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString())
                .contains("Rien n'a été repris : 1 erreur sur 1 ligne.")
                .contains("ligne 3, colonne B (Lieu) : Le lieu « XX-EU-9 » n'est ni dans ce fichier ni au registre");
        assertThat(Files.readString(report)).contains("\"\";\"3\";\"B\";\"Lieu\";\"XX-EU-9\";");

        Files.writeString(copies, "Jeu;Lieu;Depuis le\nML-DS-001;XX-EU-1;01/05/2021\n");
        assertThat(run(region, administrator, List.of("register", "import", copies.toString(), "--check")))
                .isZero();
        assertThat(out.toString()).contains("1 copie seraient enregistrés");
        assertThat(run(region, administrator, List.of("register", "import", copies.toString())))
                .isZero();
        assertThat(out.toString()).contains("0 lieu, 0 jeu et 1 copie enregistrés");
    }

    /** By the calls, the audit, its tokens, the saved questions, the measurements and the log. */
    private void whatARegulatorAskedIsUnseenByOperators(TrialFederation region) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger("org.liptako");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        assertThat(asks(region, List.of("site-holds", "site=ML-BKO-1", "--save", "visite")))
                .isZero();
        assertThat(asks(
                        region,
                        List.of(
                                "rulings",
                                "dataset=ML-DS-007",
                                "--csv",
                                directory.resolve("r.csv").toString())))
                .isZero();
        root.detachAppender(log);

        CredentialFiles operator = TrialRegion.tree().operator(TrialRegion.capital(State.ML));
        assertThat(run(region, operator, List.of("ask-audit"))).isZero();
        assertThat(out.toString()).doesNotContain("ML-BKO-1 ?", "ML-DS-007", "egulator");
        assertThat(run(region, operator, List.of("ask-audit", "--json"))).isZero();
        assertThat(out.toString()).doesNotContain("site-holds", "rulings");
        assertThat(run(region, operator, List.of("ask-saved"))).isZero();
        assertThat(out.toString()).doesNotContain("visite");
        assertThat(log.list)
                .extracting(event -> event.getFormattedMessage() + event.getKeyValuePairs())
                .noneMatch(
                        line -> line.contains("site-holds") || line.contains("ML-DS-007") || line.contains("visite"));
        String metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + region.node(State.ML).card().console() + "/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(metrics).contains("InquiryService/Ask").doesNotContain("site-holds", "ML-DS-007", "egulator");

        CredentialFiles regulator = TrialRegion.tree().regulator(State.ML);
        assertThat(run(region, regulator, List.of("ask-audit"))).isZero();
        assertThat(out.toString()).contains("ML-DS-007", "CSV");
    }

    private void whatOneStateCannotSayIsSaid(TrialFederation region) {
        region.stop(State.NE);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(said(region, "abroad", "state=NE"))
                        .containsPattern("NE : .*(connu|connue)")
                        .contains("ML : "));
    }

    private String said(TrialFederation region, String... question) {
        assertThat(asks(region, List.of(question))).as(err.toString()).isZero();
        return out.toString();
    }

    private int asks(TrialFederation region, List<String> question) {
        List<String> words = new ArrayList<>(List.of("ask"));
        words.addAll(question);
        return run(region, TrialRegion.tree().regulator(State.ML), words);
    }

    private int run(TrialFederation region, CredentialFiles caller, List<String> command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(
                "--node",
                "127.0.0.1:" + region.port(State.ML),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--cert",
                caller.certificate().toString(),
                "--key",
                caller.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString()));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }
}
