package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.node.TrialFederation;
import org.liptako.node.cli.paper.PrintedText;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.RecordRetentionRequest;
import org.liptako.registry.v1.Register;

/** Receipts of what three whole nodes did with a dataset's bytes: copied under a grant, and erased under another. Checked when no node is left. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GrantedReceiptsIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATASET = "ML-DS-008";
    private static final int MEBIBYTES = 2;

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCopyUnderAGrantAndItsErasureAreProvedWithTheGrantsOfBothStates() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        try (TrialFederation region = new TrialFederation(directory)) {
            region.takeTheSamples();
            keepHolds(region);
            replicas(region, State.ML)
                    .publishVersion(PublishVersionRequest.newBuilder()
                            .setDataset(DATASET)
                            .setDirectory("files")
                            .build());
            copied(region, "granted-copy-1", State.BF);
            receipts(region, "copy");
            // Nobody erases the last proved copy.
            copied(region, "granted-copy-2", State.NE);
            keptUntilLongAfter(region);
            erase(region, accepted(region, "granted-erasure-1", terms("ERASE", State.BF)));
            receipts(region, "erasure");
        }

        for (State maker : List.of(State.ML, State.BF)) {
            assertThat(verified(file(maker, "copy")))
                    .contains(
                            "is sealed at BF-OUA-1",
                            "of the journal of Mali is GRANT",
                            "of the journal of Burkina Faso is ACCEPT",
                            "of the journal of Mali is REPLICA_GIVEN",
                            "est accepté pour ML-DS-008 à BF-OUA-1")
                    .doesNotContain("grant is not in this receipt");
            assertThat(verified(file(maker, "erasure")))
                    .contains(
                            "the copy of ML-DS-008 at BF-OUA-1 is erased",
                            "ERASE of ML-DS-008 to BF-OUA-1 is granted",
                            "A. Traoré states, TAPES",
                            "Rule cited: ML-FIN-4")
                    .doesNotContain("grant is not in this receipt");
        }
    }

    /** Of the State that granted and of the one that holds; a moment passes before each has the other's entries, signed and witnessed. */
    private void receipts(TrialFederation region, String kind) {
        for (State maker : List.of(State.ML, State.BF)) {
            Path file = file(maker, kind);
            await().atMost(LONG).untilAsserted(() -> {
                err.getBuffer().setLength(0);
                int code = asked(
                        region,
                        maker,
                        TrialRegion.tree().regulator(maker),
                        "receipt",
                        kind,
                        DATASET,
                        "BF-OUA-1",
                        "--out",
                        file.toString());
                assertThat(code).as(err.toString()).isZero();
                assertThat(Files.readString(file))
                        .contains(kind.equals("copy") ? "REPLICA_GIVEN" : "ERASURE_ATTESTED", "ACCEPT", "\\\"GRANT\\\"")
                        .doesNotContain("\"witnesses\": 0");
            });
        }
    }

    private Path file(State maker, String kind) {
        return directory.resolve(maker + "-" + kind + ".json");
    }

    private static void keepHolds(TrialFederation region) {
        for (State state : State.values()) {
            region.register(state, Role.ADMINISTRATOR)
                    .declareRegister(DeclareRegisterRequest.newBuilder()
                            .setRegister(Register.REGISTER_HOLDS)
                            .setKept(true)
                            .build());
        }
    }

    /** Abroad a copy may be erased all the same. */
    private static void keptUntilLongAfter(TrialFederation region) {
        region.register(State.ML, Role.OFFICER)
                .recordRetention(RecordRetentionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setUntil("2100-01-01T00:00:00Z")
                        .build());
    }

    private static void copied(TrialFederation region, String request, State host) {
        String grant = accepted(region, request, terms("REPLICATE", host));
        await().atMost(LONG)
                .until(
                        () -> replicas(region, host)
                                .listTransfers(ListTransfersRequest.getDefaultInstance())
                                .getTransfersList()
                                .stream()
                                .anyMatch(transfer -> transfer.getGrant().equals(grant)
                                        && transfer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED));
    }

    /** The receiver's journal is not everywhere at once, and until it is the copy is the last proved one. */
    private void erase(TrialFederation region, String grant) {
        CredentialFiles operator = TrialRegion.tree().operator(TrialRegion.capital(State.BF));
        await().atMost(LONG).untilAsserted(() -> {
            err.getBuffer().setLength(0);
            assertThat(asked(region, State.BF, operator, "replica", "erase", grant))
                    .as(err.toString())
                    .isZero();
        });
        terminal.isTold("");
        List<String> words = new ArrayList<>(List.of("replica", "attest", grant, "--name", "A. Traoré"));
        for (String medium : List.of("snapshots", "tapes", "arrays")) {
            words.addAll(List.of("--looked-at", medium + "=armoire 3", "--found", medium + "="));
        }
        assertThat(asked(region, State.BF, operator, words.toArray(String[]::new)))
                .as(err.toString())
                .isZero();
    }

    private static PlacementTerms terms(String operation, State host) {
        PlacementTerms.Builder terms = PlacementTerms.newBuilder()
                .setDataset(DATASET)
                .setOperation(operation)
                .setTargetSite(TrialRegion.capital(host).value());
        return operation.equals("ERASE")
                ? terms.build()
                : terms.setPurpose("CONTINUITY")
                        .setEncrypted(true)
                        .setReturnClause(true)
                        .build();
    }

    private static String accepted(TrialFederation region, String request, PlacementTerms terms) {
        PlacementRecord placement = PlacementServiceGrpc.newBlockingStub(
                        region.channel(State.ML, TrialRegion.operator(State.ML)))
                .requestPlacement(RequestPlacementRequest.newBuilder()
                        .setRequestId(request)
                        .setTerms(terms)
                        .build())
                .getPlacement();
        assertThat(placement.getStatus()).as(placement.toString()).isEqualTo(PlacementStatus.PLACEMENT_STATUS_ACCEPTED);
        return placement.getGrant().getSerial();
    }

    private static ReplicaServiceGrpc.ReplicaServiceBlockingStub replicas(TrialFederation region, State state) {
        return ReplicaServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.operator(state)));
    }

    private int asked(TrialFederation region, State state, CredentialFiles caller, String... asked) {
        List<String> words = new ArrayList<>(List.of(asked));
        words.addAll(region.reach(state, caller));
        return liptako(words);
    }

    /** What is said of it on the screen, and on paper. */
    private String verified(Path receipt) throws IOException {
        Path pdf = Path.of(receipt + ".pdf");
        out.getBuffer().setLength(0);
        int code = liptako(List.of(
                "verify",
                receipt.toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString(),
                "--zone",
                TrialRegion.ZONE.toString(),
                "--pdf",
                pdf.toString()));
        assertThat(code).as(out + "" + err).isZero();
        assertThat(PrintedText.of(Files.readAllBytes(pdf))).contains("Vérifié", "Seulement déclaré");
        return out.toString();
    }

    private int liptako(List<String> words) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }
}
