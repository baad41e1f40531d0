package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialFederation;
import org.liptako.node.exchange.TrialErasure;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.KeySource;
import org.liptako.pki.issuing.Token;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** {@code liptako replica attest} as an operator types it, over the wire to a node's desk. */
class AttestCommandIT {
    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final TrialErasure bamako = new TrialErasure();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        bamako.close();
    }

    @Test
    void asksQuestionByQuestionAndSignsWhatWasSaid() {
        terminal.speaks(Locale.FRENCH);
        terminal.isTold("""
                Volumes 3 et 4 de la baie A

                Bandes d'octobre et de novembre
                bande BKO-0114
                détruite au broyeur
                hier
                2026-11-20
                pas de baie répliquée ici

                une clé USB de reprise

                A. Traoré
                oui
                """);
        assertThat(run("replica", "attest", TrialErasure.GRANT.value()))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .startsWith("Déclaration signée par ML operator ML-BKO-1")
                .doesNotContain("jusqu'au");
        assertThat(err.toString())
                .contains("effacé par le nœud le", "Instantanés", "Qu'en avez-vous fait", "ne convient pas");
        assertThat(bamako.attested()).singleElement().satisfies(said -> {
            assertThat(said.statement().name()).isEqualTo("A. Traoré");
            assertThat(said.statement().lookups())
                    .extracting(ErasureLookup::found)
                    .containsExactly(null, "bande BKO-0114", null, null);
        });
    }

    @Test
    void whatOptionsSayIsNotAsked() {
        terminal.isTold("");
        List<String> words = new ArrayList<>(List.of("replica", "attest", TrialErasure.GRANT.value(), "--json"));
        for (String medium : List.of("snapshots", "tapes", "arrays")) {
            words.addAll(List.of("--looked-at", medium + "=none here", "--found", medium + "="));
        }
        words.addAll(List.of("--name", "A. Traoré"));
        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("{\"journalIndex\":").endsWith("\"remainsUntil\":\"\"}\n");
        assertThat(bamako.attested()).hasSize(1);
    }

    @Test
    void anOperatorCallsAndSignsWithAKeyThatDoesNotLeaveItsToken() throws Exception {
        Token token = SoftHsm.newToken();
        Path pin = Files.writeString(directory.resolve("pin"), SoftHsm.pin());
        KeyPair key = new KeySource.InToken(
                        token, "operator", () -> SoftHsm.pin().toCharArray())
                .generate(KeyKind.P256, new SecureRandom());
        Credential operator = new CertificateIssuer(Clock.systemUTC(), new SecureRandom())
                .issue(
                        LeafProfile.of(Party.at(TrialRegion.capital(State.ML), Role.OPERATOR, "7"), TrialRegion.ZONE),
                        key,
                        TrialRegion.tree()
                                .issuingCa(State.ML, Authority.PEOPLE_CA)
                                .read());
        Path chain = directory.resolve("operator.pem");
        CertificateFiles.write(chain, operator.chain());
        List<String> caller = List.of(
                "--pkcs11",
                token.library().toString(),
                "--slot",
                Integer.toString(token.slotIndex()),
                "--label",
                "operator",
                "--cert",
                chain.toString(),
                "--passphrase-file",
                pin.toString());
        terminal.isTold("none\n\nnone\n\nnone\n\n\nA. Traoré\nyes\n");
        assertThat(runAs(caller, "replica", "attest", TrialErasure.GRANT.value()))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("Statement signed by ML operator ML-BKO-1");
        assertThat(bamako.attested()).hasSize(1);

        assertThat(runAs(
                        caller.stream()
                                .map(word -> word.equals("operator") ? "another" : word)
                                .toList(),
                        "replica",
                        "attest",
                        TrialErasure.GRANT.value()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("does not give your key", "no key another");
        List<String> another = new ArrayList<>(caller);
        another.addAll(List.of("--p12", "x.p12"));
        assertThat(runAs(another, "replica", "attest", TrialErasure.GRANT.value()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--pkcs11 stands for --p12 and --key");
    }

    @Test
    void whoeverSaysNoOrLeavesSignsNothing() {
        terminal.isTold("none\n\nnone\n\nnone\n\n\nA. Traoré\nno\n");
        assertThat(run("replica", "attest", TrialErasure.GRANT.value())).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("nothing was signed");
        terminal.isTold("none\n\nnone\n");
        assertThat(run("replica", "attest", TrialErasure.GRANT.value())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the statement is not whole", "--found tapes=…");
        assertThat(bamako.attested()).isEmpty();
    }

    @Test
    void aGrantUnderWhichNothingWasErasedIsToldBeforeAnythingIsAsked() {
        terminal.isTold("");
        assertThat(run("replica", "attest", "ML-" + "00".repeat(16))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("has erased nothing under the grant")
                .doesNotContain("Snapshots");
    }

    private int run(String... words) {
        CredentialFiles operator = TrialRegion.tree().operator(TrialRegion.capital(State.ML));
        return runAs(
                List.of(
                        "--cert",
                        operator.certificate().toString(),
                        "--key",
                        operator.key().toString()),
                words);
    }

    private int runAs(List<String> caller, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(caller);
        all.addAll(List.of(
                "--node",
                "127.0.0.1:" + bamako.port(),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--root",
                TrialRegion.tree().root().certificate().toString()));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
