package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.journal.v1.GetConsistencyProofRequest;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.GetInclusionProofResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceBlockingStub;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceBlockingStub;

/** Mali's journal as outsiders read it: from the running node, from its web address, from an export; by our audit and by a program of others. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class JournalCommandsIT {
    private static final int MORE_THAN_A_TILE = 260;

    @TempDir
    static Path directory;

    private static TrialFederation region;
    private static RegisterServiceBlockingStub officer;
    private static final Map<State, ManagedChannel> CHANNELS = new EnumMap<>(State.class);

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    Path own;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
        officer = region.register(State.ML, Role.OFFICER);
        for (int i = 0; i < MORE_THAN_A_TILE; i++) {
            hold();
        }
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @Test
    void aJournalIsExportedAuditedAndExportedAgainWhenItHasGrown() throws IOException {
        Path export = own.resolve("export");
        long before = signed();
        assertThat(run("export", export)).as(err.toString()).isZero();
        assertThat(audit(export.toString())).as(err + "" + out).isZero();
        assertThat(out.toString())
                .contains("Journal entier. " + before + " entrées relues", "Whole journal. " + before + " entries read")
                .contains("Payloads are not in these files");
        Path kept = copyOf(export);
        hold();
        hold();

        assertThat(signed()).isEqualTo(before + 2);
        assertThat(run("export", export)).isZero();
        assertThat(audit(
                        export.toString(), "--since", kept.resolve("checkpoint").toString()))
                .as(err + "" + out)
                .isZero();
        assertThat(out.toString())
                .contains("It has only grown since the checkpoint that was kept, of " + before + " entries");
    }

    @Test
    void anExportThatTheJournalContradictsStaysAsItIs() throws IOException {
        long size = signed();
        Path export = own.resolve("export");
        assertThat(run("export", export)).as(err.toString()).isZero();
        Path file = export.resolve("checkpoint");
        String sound = Files.readString(file);
        String root = sound.lines().skip(2).findFirst().orElseThrow();
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        for (String contradicted : List.of(
                sound.replace("\n" + size + "\n", "\n" + (size + 9) + "\n"),
                sound.replace(root, other),
                sound.replace("\n" + size + "\n" + root, "\n" + (size - 1) + "\n" + other),
                sound.replace("ml." + TrialRegion.ZONE, "ne." + TrialRegion.ZONE))) {
            Files.writeString(file, contradicted);

            assertThat(run("export", export)).isEqualTo(ExitCode.NO);
            assertThat(err.toString()).contains(" as it is, ");
            assertThat(file).content().isEqualTo(contradicted);
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void moreWitnessesThanAreKnownOrFewerThanNoneAreRefused() {
        for (String number : List.of("-1", "1")) {
            assertThat(audit(web(), "--witnesses", number)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("--witnesses " + number + ": give a number from 0 to 0");
        }
    }

    @Test
    void theWebAddressIsAuditedUnderTheKeysOfTheTrustState() {
        signed();
        assertThat(Liptako.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "journal",
                        "audit",
                        web(),
                        "--root",
                        TrialRegion.tree().root().certificate().toString(),
                        "--trust",
                        TrialRegion.tree().published().toString(),
                        "--state",
                        "ML",
                        "--zone",
                        TrialRegion.ZONE.toString()))
                .as(err + "" + out)
                .isZero();
    }

    @Test
    void anEditedExportIsRefusedInBothLanguagesWithTheEntryNamed() throws IOException {
        signed();
        Path export = own.resolve("export");
        assertThat(run("export", export)).isZero();
        Path bundle = export.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[42 * 17 + 30] ^= 1;
        Files.write(bundle, bytes);

        assertThat(audit(export.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString())
                .contains("REFUSÉ. L'entrée 17 n'est pas celle que l'arbre couvre")
                .contains("REFUSED. Entry 17 is not the one that the tree covers");
    }

    @Test
    void aJournalUnderAnotherStatesKeyIsRefused() {
        String niger = node(State.NE).getJournal().getKey();

        assertThat(Liptako.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "journal",
                        "audit",
                        web(),
                        "--key",
                        niger))
                .isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("The log has not signed this text");
    }

    @Test
    void aProgramOfOthersVerifiesInclusionGrowthAndSignature() throws IOException {
        GoProgram program = GoProgram.build(Files.createDirectories(own.resolve("go")));
        long size = signed();
        JournalServiceBlockingStub journal = journal();
        for (long index : new long[] {0, 17, 256, size - 1}) {
            GetInclusionProofResponse proof = journal.getInclusionProof(
                    GetInclusionProofRequest.newBuilder().setIndex(index).build());
            byte[] entry = proof.getEntry().toByteArray();
            byte[] oldRoot = journal.getConsistencyProof(GetConsistencyProofRequest.newBuilder()
                            .setOldSize(index + 1)
                            .build())
                    .getOldRoot()
                    .toByteArray();

            GoProgram.Said sound = check(program, index, entry, index + 1, oldRoot);
            assertThat(sound.words()).startsWith("sound ml." + TrialRegion.ZONE + "/journal " + size);
            assertThat(sound.exitCode()).isZero();
            assertThat(new InclusionProof(
                                    index,
                                    proof.getSize(),
                                    proof.getPathList().stream()
                                            .map(hash -> Digest.of(hash.toByteArray()))
                                            .toList())
                            .proves(
                                    MerkleHash.leaf(entry),
                                    Digest.of(proof.getRoot().toByteArray())))
                    .isTrue();

            entry[20] ^= 1;
            assertThat(check(program, index, entry, index + 1, oldRoot).exitCode())
                    .isEqualTo(1);
            entry[20] ^= 1;
            oldRoot[3] ^= 1;
            assertThat(check(program, index, entry, index + 1, oldRoot).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void filesAreServedAsTheFormatSaysAndPayloadsAreNot() throws Exception {
        long size = signed();
        HttpResponse<String> checkpoint = get("/checkpoint");
        assertThat(checkpoint.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(checkpoint.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(checkpoint.body()).startsWith("ml." + TrialRegion.ZONE + "/journal\n" + size + "\n");

        HttpResponse<String> tile = get("/tile/0/000");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(tile.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
        assertThat(get("/tile/entries/001.p/1").statusCode()).isEqualTo(200);

        for (String nothing : List.of(
                "/tile/0/999",
                "/tile/0/000.p/0",
                "/tile/9/000",
                "/tile/entries/../../entries",
                "/entries",
                "/tile/0/0")) {
            assertThat(get(nothing).statusCode()).as(nothing).isGreaterThanOrEqualTo(400);
        }
        assertThat(get("/tile/entries/000").body())
                .doesNotContain("HOLD_RECORDED")
                .doesNotContain("type");
    }

    @Test
    void statusSaysHowFarTheJournalIsSignedAndByWhichKey() {
        long size = signed();
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains("The journal has " + size + " entries.", "Last checkpoint: " + size + " entries")
                .contains("Key of the checkpoints: ml." + TrialRegion.ZONE + "/journal+");
    }

    private GoProgram.Said check(GoProgram program, long index, byte[] entry, long oldSize, byte[] oldRoot) {
        Base64.Encoder base64 = Base64.getEncoder();
        return program.run(
                web(),
                node(State.ML).getJournal().getKey(),
                Long.toString(index),
                base64.encodeToString(entry),
                Long.toString(oldSize),
                base64.encodeToString(oldRoot));
    }

    private int audit(String source, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "journal", "audit", source, "--key", node(State.ML).getJournal().getKey()));
        words.addAll(List.of(more));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private int run(String command, Object... parameters) {
        CredentialFiles regulator = TrialRegion.tree().regulator(State.ML);
        List<String> words = new ArrayList<>(List.of("journal", command));
        for (Object parameter : parameters) {
            words.add(parameter.toString());
        }
        words.addAll(List.of(
                "--node",
                "127.0.0.1:" + region.port(State.ML),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--cert",
                regulator.certificate().toString(),
                "--key",
                regulator.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString()));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private Path copyOf(Path export) throws IOException {
        Path kept = own.resolve("kept");
        try (var files = Files.walk(export)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(export.relativize(file).toString()));
            }
        }
        return kept;
    }

    /** Waits until all that is committed is signed; nothing else happens in the meantime. */
    private static long signed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            GetNodeResponse mali = node(State.ML);
            return mali.getJournalSize() > MORE_THAN_A_TILE
                    && mali.getJournal().getCheckpointSize() == mali.getJournalSize();
        });
        return node(State.ML).getJournalSize();
    }

    private static String web() {
        return "http://127.0.0.1:" + region.node(State.ML).card().console() + "/journal";
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(web() + path)).build(),
                    BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        }
    }

    private static GetNodeResponse node(State state) {
        return FederationServiceGrpc.newBlockingStub(channel(state)).getNode(GetNodeRequest.getDefaultInstance());
    }

    private static JournalServiceBlockingStub journal() {
        return JournalServiceGrpc.newBlockingStub(channel(State.ML));
    }

    private static ManagedChannel channel(State state) {
        return CHANNELS.computeIfAbsent(state, one -> region.channel(one, TrialRegion.operator(one)));
    }

    private static void hold() {
        officer.recordHold(RecordHoldRequest.newBuilder()
                .setDataset("ML-DS-008")
                .setReference("audit")
                .build());
    }
}
