package org.liptako.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.SiteId;

/** {@code liptako pki validate} as outside tools run it: lines in, lines out, an exit code. */
class PkiValidateTest {
    private final Locale before = Locale.getDefault();
    private final InputStream standardInput = System.in;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private TrialTree tree = new TrialTree(Path.of("unset"));

    @BeforeEach
    void plant() {
        Locale.setDefault(Locale.ENGLISH);
        tree = new TrialTree(directory);
        run("", "pki", "init", "--dir", directory.toString());
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
        System.setIn(standardInput);
    }

    @Test
    void answersEveryLineInOrderWhateverTheAnswers() throws Exception {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cases.add(i % 3 == 0 ? caseOf(i, honest()) : i % 3 == 1 ? caseOf(i, forged()) : hopeless(i));
        }

        int exit = run(String.join("\n", cases), "pki", "validate", "--profile", "liptako");

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).isEmpty();
        List<String> answers = out.toString().lines().toList();
        assertThat(answers).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(answers.get(i))
                    .startsWith("{\"id\":" + i + ",\"verdict\":\"" + (i % 3 == 0 ? "ACCEPT" : "REJECT")
                            + "\",\"reason\":\""
                            + List.of("VALID", "NAME_CONSTRAINTS", "NO_PATH").get(i % 3));
        }
    }

    @Test
    void answersALineThatIsNoCaseAndGoesOn() throws Exception {
        String lines =
                caseOf(1, honest()) + "\nno JSON\n{\"id\":\"three\",\"time\":7}\n\n" + caseOf(5, honest()) + "\n";

        int exit = run(lines, "pki", "validate");

        assertThat(exit).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString().lines().map(line -> line.replaceAll(",\"reason.*", "")))
                .containsExactly(
                        "{\"id\":1,\"verdict\":\"ACCEPT\"",
                        "{\"id\":null,\"verdict\":\"REJECT\"",
                        "{\"id\":\"three\",\"verdict\":\"REJECT\"",
                        "{\"id\":5,\"verdict\":\"ACCEPT\"");
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("liptako: Standard input, line 2: expected one JSON object a line.");
    }

    @Test
    void answersWhoWaitsBeforeTheNextLineIsWritten() throws Exception {
        PipedOutputStream questions = new PipedOutputStream();
        try (PipedReader heard = new PipedReader();
                PrintWriter told = new PrintWriter(new PipedWriter(heard));
                BufferedReader answers = new BufferedReader(heard)) {
            System.setIn(new PipedInputStream(questions, 1 << 16));
            CompletableFuture<Integer> exit =
                    CompletableFuture.supplyAsync(() -> Liptako.run(told, new PrintWriter(err), "pki", "validate"));
            for (int i = 0; i < 3; i++) {
                questions.write((hopeless(i) + "\n").getBytes(UTF_8));
                questions.flush();
                assertThat(answers.readLine()).startsWith("{\"id\":" + i + ",");
            }
            questions.close();
            assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void refusesAnUnknownProfileAndAnImpossibleZone() {
        assertThat(run("", "pki", "validate", "--profile", "x509")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--profile");
        assertThat(run("", "pki", "validate", "--zone", "AES")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(1).contains("--zone");
        assertThat(run("", "pki", "validate")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
    }

    private Credential honest() {
        return tree.node(new SiteId("ML-BKO-1"), 1).read();
    }

    private Credential forged() {
        return tree.forgedNode().read();
    }

    private String caseOf(int id, Credential credential) throws Exception {
        List<String> chain = new ArrayList<>();
        for (var certificate : credential.chain()) {
            chain.add("\"" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + "\"");
        }
        String root = Base64.getEncoder()
                .encodeToString(tree.root().read().certificate().getEncoded());
        return "{\"id\":%d,\"chain\":[%s],\"roots\":[\"%s\"],\"time\":\"%s\",\"purpose\":\"clientAuth\"}"
                .formatted(id, String.join(",", chain), root, Instant.now());
    }

    private static String hopeless(int id) {
        return "{\"id\":" + id + ",\"chain\":[\"AAAA\"],\"roots\":[],\"time\":\"2026-11-21T10:00:00Z\"}";
    }

    private int run(String input, String... arguments) {
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        out = new StringWriter();
        err = new StringWriter();
        return Liptako.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
