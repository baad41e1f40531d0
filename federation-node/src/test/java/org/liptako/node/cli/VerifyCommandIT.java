package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.TrialFederation;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.Replica;

/** {@code liptako replica verify} as operators type it at running nodes: what a disk damages is named, and mended by the node itself. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class VerifyCommandIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String DATASET = "ML-DS-008";
    private static final int MEBIBYTES = 6;

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private TrialFederation region;
    private String out = "";

    @BeforeEach
    void ouagadougouHasSealedACopy() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        region = new TrialFederation(directory);
        region.takeTheSamples();
        ReplicaServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("files")
                        .build());
        region.grantToOuagadougou("verified-1", DATASET, true);
        awaitStatus("SEALED");
    }

    @AfterEach
    void close() {
        region.close();
    }

    @Test
    void namesADamagedFileAndIsContentOnceTheNodeHasMendedIt() throws IOException {
        assertThat(verify(State.BF)).as(out).isEqualTo(ExitCode.DONE);
        assertThat(out).startsWith("SOUND").contains("The journal says so.");

        Path copy = directory.resolve("BF/replicas/sealed").resolve(DATASET);
        Path damaged = largest(copy);
        String name = copy.relativize(damaged).toString();
        Map.Entry<String, String> mended =
                Map.entry(name, SampleTree.digests(copy).getOrDefault(name, ""));
        damage(damaged, 2 << 20);
        assertThat(verify(State.BF)).as(out).isEqualTo(ExitCode.NO);
        assertThat(out)
                .startsWith("DAMAGED  1 chunk of")
                .contains(damaged.getFileName() + ": 1 chunk, from chunk", "the node repairs it by itself");

        await().atMost(LONG).until(() -> verify(State.BF) == ExitCode.DONE);
        assertThat(out).startsWith("SOUND");
        awaitStatus("SEALED");
        assertThat(SampleTree.digests(copy)).contains(mended);
        assertThat(verify(State.ML)).as(out).isEqualTo(ExitCode.DONE);
        assertThat(out).contains("This is what this State has published.");
    }

    @Test
    void leavesWhatTheStateItselfHasPublishedToItsOperator() throws IOException {
        damage(directory.resolve("ML/publish/files/large.bin"), 3 << 20);
        assertThat(verify(State.ML)).as(out).isEqualTo(ExitCode.NO);
        assertThat(out).contains("large.bin: 1 chunk, from chunk", "put these files back,", "or publish anew");
        assertThat(verify(State.BF)).as(out).isEqualTo(ExitCode.DONE);
    }

    @Test
    void saysNoWhereThereIsNoCopy() {
        assertThat(verify(State.NE)).isEqualTo(ExitCode.NO);
        assertThat(out).contains("has no sealed copy of " + DATASET);
    }

    private void awaitStatus(String status) {
        await().atMost(LONG)
                .until(
                        () -> region
                                .registry(State.ML)
                                .listReplicas(ListReplicasRequest.getDefaultInstance())
                                .getReplicasList()
                                .stream()
                                .filter(copy -> copy.getDataset().equals(DATASET)
                                        && copy.getState().equals("BF"))
                                .map(Replica::getStatus)
                                .anyMatch(status::equals));
    }

    private int verify(State at) {
        CredentialFiles operator = TrialRegion.tree().operator(TrialRegion.capital(at));
        StringWriter said = new StringWriter();
        int code = Liptako.run(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                "replica",
                "verify",
                DATASET,
                "--node",
                "127.0.0.1:" + region.port(at),
                "--server-name",
                TrialFederation.serverName(at),
                "--cert",
                operator.certificate().toString(),
                "--key",
                operator.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString());
        out = said.toString();
        return code;
    }

    private static Path largest(Path copy) throws IOException {
        try (var files = Files.walk(copy)) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void damage(Path file, long position) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            int was = bytes.read();
            bytes.seek(position);
            bytes.write(was ^ 1);
        }
    }
}
