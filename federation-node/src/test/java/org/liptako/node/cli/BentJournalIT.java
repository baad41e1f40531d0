package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.liptako.journal.v1.AddCheckpointRequest;
import org.liptako.journal.v1.WitnessServiceGrpc;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteKeyType;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RegisterServiceGrpc.RegisterServiceBlockingStub;

/** What a State may do to its own journal, with its own key and a running node's entries: edit, truncate, fork, rewind, sign again. Each is found, with the entry. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BentJournalIT {
    private static final int MORE_THAN_A_TILE = 260;
    private static final NoteSigner MALI = TrialLog.signer(EvidenceKeys.journalOf(State.ML));

    @TempDir
    static Path directory;

    private static TrialFederation region;
    private static Path kept;
    private static BentLog journal;

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    Path own;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void exportARunningNodesJournal() throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
        RegisterServiceBlockingStub officer = region.register(State.ML, Role.OFFICER);
        for (int i = 0; i < MORE_THAN_A_TILE; i++) {
            officer.recordHold(RecordHoldRequest.newBuilder()
                    .setDataset("ML-DS-008")
                    .setReference("audit")
                    .build());
        }
        await().atMost(Duration.ofSeconds(60)).until(BentJournalIT::isWitnessed);
        kept = directory.resolve("kept");
        assertThat(export(kept)).isZero();
        journal = BentLog.of(kept);
        // What came between is cosigned too: a witness tells a fork only in what it has cosigned.
        await().atMost(Duration.ofSeconds(60)).until(BentJournalIT::isWitnessed);
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @Test
    void editedTheEntryIsNamed() throws IOException {
        Path bent = journal.writeTo(own, MALI);
        Path bundle = bent.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[42 * 17 + 30] ^= 1;
        Files.write(bundle, bytes);

        refused(bent, "Entry 17 is not the one that the tree covers");
    }

    @Test
    void truncatedTheFirstMissingEntryIsNamed() throws IOException {
        Path bent = journal.writeTo(own, MALI);
        try (var files = Files.walk(bent.resolve("tile/entries/001.p"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        refused(bent, "the journal is truncated at entry 256");
    }

    @Test
    void forkedTheFirstEntryThatDiffersIsNamed() throws IOException {
        Path fork = journal.edited(256).writeTo(own, MALI);

        assertThat(audit(fork)).as("by itself a fork is a whole journal").isZero();
        refused(fork, "Entry 256 is no longer the one that was kept", "--since", checkpoint());
    }

    @Test
    void rewoundTheFirstEntryThatIsGoneIsNamed() throws IOException {
        int size = journal.entries().size();
        Path bent = journal.cutTo(size - 9).writeTo(own, MALI);

        refused(bent, "Entry " + (size - 9) + " is gone", "--since", checkpoint());
    }

    @Test
    void signedAgainByItsOwnStateTheRewrittenEntryIsNamed() throws IOException {
        Path bent = journal.edited(0).writeTo(own, MALI);

        refused(bent, "Entry 0 is no longer the one that was kept", "--since", checkpoint());
    }

    @Test
    void noneOfThemIsCosignedByTheRunningWitnesses() {
        int size = journal.entries().size();
        for (State witness : List.of(State.BF, State.NE)) {
            for (BentLog bent : List.of(
                    journal.edited(17),
                    journal.edited(size - 1),
                    journal.edited(3).cutTo(size - 9))) {
                assertThatThrownBy(() -> addCheckpoint(witness, bent))
                        .isInstanceOf(StatusRuntimeException.class)
                        .hasMessageContaining("The journal of Mali forks");
            }
        }
    }

    @Test
    void aSignatureByAKeyThatIsNotKnownIsNamedAndDoesNotCount() {
        assertThat(run("journal", "audit", kept.toString(), "--key", MALI.key().toString()))
                .isZero();

        assertThat(out.toString())
                .contains("Bears a signature in the name of bf." + TrialRegion.ZONE + "/witness as well")
                .contains("Bears a signature in the name of ne." + TrialRegion.ZONE + "/witness as well")
                .contains("No witness whose key is known here has cosigned it");
    }

    @Test
    void aCheckpointThatWasKeptIsBelievedByTheKeyOfItsDay() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey former = NoteKey.of(MALI.key().name(), NoteKeyType.LOG, pair.getPublic());
        Path old = journal.cutTo(100).writeTo(own, new NoteSigner(former, pair.getPrivate(), Clock.systemUTC()));
        String since = old.resolve("checkpoint").toString();

        assertThat(audit(kept, "--since", since)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(audit(kept, "--since", since, "--since-key", former.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("It has only grown since the checkpoint that was kept, of 100 entries");
    }

    private static void addCheckpoint(State witness, BentLog bent) {
        WitnessServiceGrpc.newBlockingStub(
                        region.channel(witness, TrialRegion.of(TrialRegion.someone(State.ML, Role.NODE))))
                .addCheckpoint(AddCheckpointRequest.newBuilder()
                        .setOldSize(0)
                        .setCheckpoint(ByteString.copyFrom(bent.signed(MALI).toBytes()))
                        .build());
    }

    private void refused(Path log, String words, String... more) {
        assertThat(audit(log, more)).as(out.toString()).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("REFUSED. ", words);
    }

    private int audit(Path log, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "journal",
                "audit",
                log.toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString(),
                "--trust",
                TrialRegion.tree().published().toString(),
                "--state",
                "ML",
                "--zone",
                TrialRegion.ZONE.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), words);
    }

    private static int export(Path to) {
        CredentialFiles regulator = TrialRegion.tree().regulator(State.ML);
        return Liptako.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "journal",
                "export",
                to.toString(),
                "--node",
                "127.0.0.1:" + region.port(State.ML),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--cert",
                regulator.certificate().toString(),
                "--key",
                regulator.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString());
    }

    private static String checkpoint() {
        return kept.resolve("checkpoint").toString();
    }

    private static boolean isWitnessed() {
        GetNodeResponse mali = FederationServiceGrpc.newBlockingStub(
                        region.channel(State.ML, TrialRegion.operator(State.ML)))
                .getNode(GetNodeRequest.getDefaultInstance());
        return mali.getJournalSize() > MORE_THAN_A_TILE
                && mali.getJournal().getCheckpointSize() == mali.getJournalSize()
                && mali.getJournal().getWitnessesList().stream()
                        .allMatch(witness -> witness.getSize() == mali.getJournalSize());
    }
}
