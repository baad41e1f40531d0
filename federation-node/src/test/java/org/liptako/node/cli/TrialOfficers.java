package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.State;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Three States' nodes without rules at first, and their legal officers, who type commands. */
final class TrialOfficers implements AutoCloseable {
    final TrialFederation federation;
    final Path rules;

    private final Path directory;
    private final Path passphrase;
    private final StringWriter err = new StringWriter();
    private final Map<State, Channel> channels = new EnumMap<>(State.class);

    /** In a directory; each State's rules permit everything. */
    TrialOfficers(Path directory) throws IOException {
        this.directory = directory;
        federation = TrialFederation.withoutRules(directory.resolve("nodes"));
        federation.takeTheSamples();
        for (State state : State.values()) {
            channels.put(state, federation.channel(state, TrialRegion.operator(state)));
        }
        rules = Files.createDirectory(directory.resolve("rules"));
        passphrase = Files.writeString(directory.resolve("passphrase.txt"), TrialTree.PASSPHRASE + "\n");
        for (State state : State.values()) {
            Files.writeString(rules.resolve(state.label() + ".yaml"), "recueil: " + state + "\n" + permission(state));
        }
        Files.writeString(rules.resolve("aes.yaml"), "recueil: AES\nregles: []\n");
    }

    private static String permission(State state) {
        return """
                regles:
                  - id: %s-1
                    titre: {fr: "Tout est permis", en: "All is permitted"}
                    texte: {fr: "Tout est permis.", en: "All is permitted."}
                    base_legale: [{instrument: "Exemple", article: "1", statut: exemple}]
                    effet: autoriser
                    en_vigueur: {du: 2020-01-01}
                """.formatted(state);
    }

    /** To a State's node, as an operator. */
    Channel channel(State state) {
        return Objects.requireNonNull(channels.get(state));
    }

    void publish(State at, String jurisdiction, String version, String from) throws IOException {
        Path edition = propose(at, jurisdiction, version, from);
        if (jurisdiction.equals("AES")) {
            for (State state : State.values()) {
                sign(edition, state, 1);
            }
        } else {
            sign(edition, at, 1);
            sign(edition, at, 2);
        }
        assertThat(run(publication(at, edition))).as(err.toString()).isEqualTo(ExitCode.DONE);
    }

    Path propose(State at, String jurisdiction, String version, String from) {
        Path edition = directory.resolve(jurisdiction + "-" + version);
        assertThat(run(with(
                        at,
                        "rules",
                        "propose",
                        rules.toString(),
                        "--jurisdiction",
                        jurisdiction,
                        "--from",
                        from,
                        "--out",
                        edition.toString())))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        return edition;
    }

    void sign(Path edition, State state, int number) {
        assertThat(run(
                        "sign",
                        edition.resolve("edition.json").toString(),
                        "--p12",
                        TrialRegion.tree().officerPkcs12(state, number).toString(),
                        "--passphrase-file",
                        passphrase.toString(),
                        "--out",
                        edition.resolve("signatures.p7s").toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
    }

    String[] publication(State at, Path edition) {
        return with(at, "rules", "publish", edition.toString());
    }

    /** A command for a State's node, as its first officer. */
    String[] with(State at, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--node",
                "127.0.0.1:" + federation.port(at),
                "--server-name",
                TrialFederation.serverName(at),
                "--p12",
                TrialRegion.tree().officerPkcs12(at, 1).toString(),
                "--passphrase-file",
                passphrase.toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString()));
        return all.toArray(String[]::new);
    }

    /** What a command that succeeds says. */
    String said(State state, String... words) {
        return said(with(state, words));
    }

    String said(String... words) {
        StringWriter out = new StringWriter();
        assertThat(Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words))
                .as(out + err.toString())
                .isEqualTo(ExitCode.DONE);
        return out.toString();
    }

    /** How a command ends; what it complains of is kept. */
    int run(String... words) {
        return Liptako.run(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), words);
    }

    /** What the commands have complained of so far. */
    String complaints() {
        return err.toString();
    }

    GetRuleSetResponse ruleSet(State state) {
        return RulebookServiceGrpc.newBlockingStub(channel(state)).getRuleSet(GetRuleSetRequest.getDefaultInstance());
    }

    /** Until the three judge by the same editions. */
    void awaitOneRuleSet() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String mali = ruleSet(State.ML).getRuleSet();
            assertThat(List.of(State.values()))
                    .allSatisfy(state -> assertThat(ruleSet(state).getRuleSet()).isEqualTo(mali));
            assertThat(ruleSet(State.BF).getJurisdictionsList()).allMatch(one -> one.hasEdition());
        });
    }

    @Override
    public void close() {
        federation.close();
    }
}
