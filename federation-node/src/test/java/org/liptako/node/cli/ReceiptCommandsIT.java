package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.ReaderException;
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
import org.liptako.node.TrialFederation;
import org.liptako.node.cli.paper.PrintedCode;
import org.liptako.node.cli.paper.PrintedText;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;

/** Receipts that three whole nodes have made, checked when no node is left. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReceiptCommandsIT {
    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void receiptsAreVerifiedWhenTheFederationIsGone() throws IOException, ReaderException {
        Path copy = directory.resolve("copy.json");
        Path abroad = directory.resolve("abroad.json");
        Path state = directory.resolve("state.json");
        Path refusal = directory.resolve("refusal.json");
        Path page = directory.resolve("copy.pdf");
        try (TrialFederation region = new TrialFederation(directory.resolve("region"))) {
            region.takeTheSamples();
            refuse(region);
            made(region, copy, "copy", "ML-DS-001", "ML-BKO-1", "--pdf", page.toString());
            made(region, abroad, "copy", "NE-DS-001", "NE-MIN-1");
            made(region, refusal, "refusal", "request-0001");
            made(region, state, "state", "NE-DS-001");
            assertThat(run(region, directory.resolve("none"), "erasure", "ML-DS-001", "ML-BKO-1"))
                    .isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("the copy is still there");
            assertThat(run(
                            region,
                            directory.resolve("one"),
                            "copy",
                            "ML-DS-001",
                            "ML-BKO-1",
                            "--pdf",
                            directory.resolve("one").toString()))
                    .isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("the file of the receipt itself");
            assertThat(directory.resolve("one")).doesNotExist();
        }

        assertThat(PrintedCode.on(Files.readAllBytes(page), 150))
                .isEqualTo("sha256:" + Digest.over(Files.readAllBytes(copy)).hex());
        assertThat(PrintedText.of(Files.readAllBytes(page)))
                .contains("Vérifié", "copy.json", "Seulement déclaré")
                .doesNotContain("REFUSÉ");
        assertThat(verified(copy)).contains("a copy of ML-DS-001", "cosigned by");
        assertThat(verified(abroad)).contains("Niger has signed its journal", "cosigned by Mali at");
        assertThat(verified(refusal)).contains("est refusé", "Règle citée : ML-SOL-2", "Rule cited: ML-SOL-2");
        assertThat(verified(state)).contains("What the journals below say of NE-DS-001");
    }

    private static void refuse(TrialFederation region) {
        PlacementServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)))
                .requestPlacement(RequestPlacementRequest.newBuilder()
                        .setRequestId("request-0001")
                        .setTerms(PlacementTerms.newBuilder()
                                .setDataset("ML-DS-001")
                                .setOperation("REPLICATE")
                                .setTargetSite(TrialRegion.capital(State.BF).value())
                                .setPurpose("CONTINUITY")
                                .setEncrypted(true)
                                .setReturnClause(true))
                        .build());
    }

    /** A moment passes before an entry is signed and witnessed. */
    private void made(TrialFederation region, Path file, String... words) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            err.getBuffer().setLength(0);
            assertThat(run(region, file, words)).as(err.toString()).isZero();
            assertThat(Files.readString(file)).doesNotContain("\"witnesses\": 0");
        });
    }

    private int run(TrialFederation region, Path file, String... asked) {
        CredentialFiles regulator = TrialRegion.tree().regulator(State.ML);
        List<String> words = new ArrayList<>(List.of("receipt"));
        words.addAll(List.of(asked));
        words.addAll(List.of("--out", file.toString()));
        words.addAll(region.reach(State.ML, regulator));
        return liptako(words);
    }

    private String verified(Path receipt) throws IOException {
        assertThat(verify(receipt)).as(out + "" + err).isZero();
        String said = out.toString();
        assertThat(said).contains("PROUVÉ", "PROVED", "SEULEMENT DÉCLARÉ", "ONLY STATED");
        Path forged = Files.writeString(
                directory.resolve("forged.json"),
                Files.readString(receipt).replaceFirst("\"salt\": \".", "\"salt\": \"x"));
        assertThat(verify(forged)).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("REFUSED. Field entries[0].salt: ");
        return said;
    }

    private int verify(Path receipt) {
        out.getBuffer().setLength(0);
        return liptako(List.of(
                "verify",
                receipt.toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString(),
                "--zone",
                TrialRegion.ZONE.toString()));
    }

    private int liptako(List<String> words) {
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }
}
