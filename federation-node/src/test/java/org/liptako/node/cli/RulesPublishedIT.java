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
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** From a directory of rules to law in three States' nodes and back, by the commands that legal officers type. */
class RulesPublishedIT {
    private static final int CALLERS = 8;
    private static final String REQUEST = "request-of-the-first-day";

    private static final String LARGE =
            "datasets: [{id: ML-DS-900, home: ML, name: {fr: Grande base, en: Large database}, owner: Exemple, categories: [OTHER],"
                    + " classification: INTERNAL, personal: NONE, strategic: false, controller: PUBLIC_BODY, size_gb: 120000,"
                    + " held_at: [ML-BKO-1]}]\n";

    @TempDir
    private Path directory;

    private final Locale before = Locale.getDefault();
    private final StringWriter err = new StringWriter();
    private final Map<State, Channel> channels = new EnumMap<>(State.class);
    private TrialFederation federation;
    private PlacementServiceGrpc.PlacementServiceBlockingStub placements;
    private Path rules;
    private Path passphrase;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        federation = TrialFederation.withoutRules(directory.resolve("nodes"));
        federation.takeTheSamples();
        for (State state : State.values()) {
            channels.put(state, federation.channel(state, TrialRegion.operator(state)));
        }
        placements = PlacementServiceGrpc.newBlockingStub(Objects.requireNonNull(channels.get(State.ML)));
        rules = Files.createDirectory(directory.resolve("rules"));
        passphrase = Files.writeString(directory.resolve("passphrase.txt"), TrialTree.PASSPHRASE + "\n");
        for (State state : State.values()) {
            Files.writeString(rules.resolve(state.label() + ".yaml"), "recueil: " + state + "\n" + permission(state));
        }
        Files.writeString(rules.resolve("aes.yaml"), "recueil: AES\nregles: []\n");
    }

    @AfterEach
    void end() {
        federation.close();
        Locale.setDefault(before);
    }

    @Test
    void rulesAreSignedPublishedSwappedUnderLoadAndWithdrawn() throws Exception {
        assertThat(home(check())).isEqualTo("DENY");
        publish(State.ML, "AES", "1", Instant.EPOCH.toString());
        for (State state : State.values()) {
            publish(state, state.name(), "1", "2026-01-01");
        }
        awaitOneRuleSet();
        String first = ruleSet(State.ML).getRuleSet();
        assertThat(ruleSet(State.ML).getSigned()).isTrue();
        assertThat(home(check())).isEqualTo("PERMIT");
        assertThat(status(State.ML))
                .containsPattern("\\nML +1 +1 +[0-9a-f]{16} +20[0-9-]+T[0-9:]+Z +ML officer .+, ML officer ")
                .containsPattern("\\nAES +0 +1 ");
        assertThat(said(State.ML, "duties", "list", "--status", "overdue,open")).isEqualTo("No duty.\n");

        request();
        Files.writeString(rules.resolve("ml.yaml"), "recueil: ML\nregles: []\n");
        StringWriter weighed = new StringWriter();
        assertThat(Liptako.run(
                        new PrintWriter(weighed, true),
                        new PrintWriter(err, true),
                        with(
                                State.ML,
                                "rules",
                                "impact",
                                rules.toString(),
                                "--jurisdiction",
                                "ML",
                                "--rate",
                                "20",
                                "--json")))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(weighed.toString()).contains("\"kind\":\"IMPACT_KIND_UNLAWFUL\"", "RATE_ORIGIN_GIVEN");

        Path next = propose(State.ML, "ML", "2", Instant.now().plusSeconds(6).toString());
        assertThat(next.resolve("annexes").resolve("impact.txt")).content().contains("À déplacer : ");
        assertThat(next.resolve("edition.json")).content().contains("\"to_move_gb\"");
        assertThat(run(publication(State.ML, next))).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("signatures.p7s");
        sign(next, State.ML, 1);
        sign(next, State.BF, 1);
        assertThat(run(publication(State.ML, next))).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("NO_QUORUM").contains("EDITION_REFUSED");
        sign(next, State.ML, 2);
        Map<String, List<CheckPlacementResponse>> answers = callersDuring(() -> {
            assertThat(run(publication(State.ML, next))).isEqualTo(ExitCode.DONE);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !ruleSet(State.ML).getRuleSet().equals(first));
        });

        assertThat(answers).hasSize(2);
        answers.forEach((ruleSet, judged) -> assertThat(judged)
                .allSatisfy(answer -> assertThat(home(answer)).isEqualTo(ruleSet.equals(first) ? "PERMIT" : "DENY")));
        awaitOneRuleSet();
        assertThat(replayed(with(State.ML, "replay", REQUEST, "--json"))).contains("\"result\":\"SAME\"");
        assertThat(replayed(with(State.BF, "replay", REQUEST, "--json"))).contains("OFFER", "ACCEPT");

        Path back = directory.resolve("back");
        assertThat(run(with(State.ML, "rules", "withdraw", "--jurisdiction", "ML", "--out", back.toString())))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        sign(back, State.ML, 1);
        sign(back, State.ML, 2);
        assertThat(run(publication(State.ML, back))).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(home(check())).isEqualTo("PERMIT");
        awaitOneRuleSet();
        assertThat(ruleSet(State.NE).getRuleSet()).isEqualTo(first);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(State.NE))
                        .contains("ML: last withdrawal at ", ", by edition 3; signed by ML officer")
                        .contains("Mali: the same rules since ", "Burkina Faso: the same rules since "));
        answersForTheDecisionOfTheFirstDay();
        aThirdOfficerSignsWhatIsGrave();
    }

    /** 120 TB that would have to be moved: the signatures of two officers are not enough. */
    private void aThirdOfficerSignsWhatIsGrave() throws IOException {
        federation
                .register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(
                        ImportCatalogueRequest.newBuilder().setYaml(LARGE).build());
        StringWriter out = new StringWriter();
        Path grave = directory.resolve("grave");
        assertThat(Liptako.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        with(
                                State.ML,
                                "rules",
                                "propose",
                                rules.toString(),
                                "--jurisdiction",
                                "ML",
                                "--from",
                                "2026-01-01",
                                "--out",
                                grave.toString())))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("three legal officers");
        sign(grave, State.ML, 1);
        sign(grave, State.ML, 2);
        assertThat(run(publication(State.ML, grave))).isEqualTo(ExitCode.NO);
        assertThat(err.toString()).contains("NO_QUORUM", "2 of 3");
        sign(grave, State.ML, 3);
        assertThat(run(publication(State.ML, grave))).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(home(check())).isEqualTo("DENY");
    }

    private String status(State state) {
        return said(state, "rules", "status");
    }

    private String said(State state, String... words) {
        var out = new StringWriter();
        int exit = Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), with(state, words));
        assertThat(exit).as(err.toString()).isEqualTo(ExitCode.DONE);
        return out.toString();
    }

    /** Two editions later, with the node and without it. */
    private void answersForTheDecisionOfTheFirstDay() throws IOException {
        String root = TrialRegion.tree().root().certificate().toString();
        String zone = TrialRegion.ZONE.toString();
        Path saved = directory.resolve("saved");
        String all = replayed(with(State.ML, "replay", "--since", "2026-01-01T00:00:00Z", "--save", saved.toString()));
        assertThat(all).contains("GRANT " + REQUEST).contains("SAME");
        String decision = saved.resolve("decisions.jsonl").toString();
        assertThat(replayed(
                        "replay", "--decision", decision, "--rules", saved.toString(), "--root", root, "--zone", zone))
                .isEqualTo(all);
        String next = TrialRegion.tree().foreignRoot().certificate().toString();
        String[] underTheNextRoot = {
            "replay", "--decision", decision, "--rules", saved.toString(), "--root", next, "--zone", zone
        };
        assertThat(run(underTheNextRoot))
                .as("signed under a root that nobody names")
                .isEqualTo(ExitCode.NO);
        List<String> both = new ArrayList<>(List.of(underTheNextRoot));
        both.addAll(List.of("--former-root", root));
        assertThat(replayed(both.toArray(String[]::new))).isEqualTo(all);
        Path changed = directory.resolve("changed.jsonl");
        Files.writeString(changed, Files.readString(Path.of(decision)).replace("REPLICATE", "BACKUP"));
        assertThat(run(
                        "replay",
                        "--decision",
                        changed.toString(),
                        "--rules",
                        saved.toString(),
                        "--root",
                        root,
                        "--zone",
                        zone))
                .isEqualTo(ExitCode.NO);
        assertThat(replayed(with(State.BF, "why", REQUEST)))
                .contains(
                        "Mali (home State): permitted",
                        "ML-1 — All is permitted",
                        "It permits, because:",
                        "Basis: Exemple");
        assertThat(run(with(State.ML, "replay", "nobody-asked")))
                .as(err.toString())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    private String replayed(String... words) {
        StringWriter out = new StringWriter();
        assertThat(Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words))
                .as(out + err.toString())
                .isEqualTo(ExitCode.DONE);
        return out.toString();
    }

    /** A binding decision of Mali and Burkina Faso. */
    private void request() {
        assertThat(placements
                        .requestPlacement(RequestPlacementRequest.newBuilder()
                                .setRequestId(REQUEST)
                                .setTerms(terms())
                                .build())
                        .getPlacement()
                        .getStatus())
                .isEqualTo(PlacementStatus.PLACEMENT_STATUS_ACCEPTED);
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

    /** What eight callers were told, by the rule set that they were told of; a call that fails fails the test. */
    private Map<String, List<CheckPlacementResponse>> callersDuring(Act act) throws Exception {
        ConcurrentLinkedQueue<CheckPlacementResponse> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    while (!over.get()) {
                        answers.add(check());
                    }
                }));
            }
            try {
                act.run();
            } finally {
                over.set(true);
            }
            for (Future<?> caller : callers) {
                caller.get(30, TimeUnit.SECONDS);
            }
        }
        Map<String, List<CheckPlacementResponse>> byRuleSet = new TreeMap<>();
        answers.forEach(answer -> byRuleSet
                .computeIfAbsent(answer.getRuleSet(), key -> new ArrayList<>())
                .add(answer));
        return byRuleSet;
    }

    private interface Act {
        void run() throws Exception;
    }

    /** What Mali, as home, finds. */
    private static String home(CheckPlacementResponse answer) {
        return answer.getDecision().getFindings(0).getVerdict();
    }

    private CheckPlacementResponse check() {
        return placements.checkPlacement(
                CheckPlacementRequest.newBuilder().setTerms(terms()).build());
    }

    private static PlacementTerms terms() {
        return PlacementTerms.newBuilder()
                .setDataset("ML-DS-008")
                .setOperation("REPLICATE")
                .setTargetSite("BF-OUA-1")
                .setEncrypted(true)
                .setReturnClause(true)
                .build();
    }

    private void awaitOneRuleSet() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String mali = ruleSet(State.ML).getRuleSet();
            assertThat(List.of(State.values()))
                    .allSatisfy(state -> assertThat(ruleSet(state).getRuleSet()).isEqualTo(mali));
            assertThat(ruleSet(State.BF).getJurisdictionsList()).allMatch(one -> one.hasEdition());
        });
    }

    private GetRuleSetResponse ruleSet(State state) {
        return RulebookServiceGrpc.newBlockingStub(Objects.requireNonNull(channels.get(state)))
                .getRuleSet(GetRuleSetRequest.getDefaultInstance());
    }

    private void publish(State at, String jurisdiction, String version, String from) throws IOException {
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

    private Path propose(State at, String jurisdiction, String version, String from) {
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

    private void sign(Path edition, State state, int number) {
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

    private String[] publication(State at, Path edition) {
        return with(at, "rules", "publish", edition.toString());
    }

    private String[] with(State at, String... words) {
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

    private int run(String... words) {
        return Liptako.run(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), words);
    }
}
