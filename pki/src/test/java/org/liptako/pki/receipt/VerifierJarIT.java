package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.issuing.CertificateFiles;

/** The jar that a regulator keeps, as it comes from the build. */
class VerifierJarIT {
    @TempDir
    private Path directory;

    @Test
    void theJarByItselfVerifiesReceiptsInAnEmptyDirectory() throws Exception {
        TrialReceipts receipts = new TrialReceipts();
        Path jar = Files.copy(built(), directory.resolve("verify.jar"));
        CertificateFiles.write(
                directory.resolve("root.pem"), receipts.alliance().roots());
        for (ReceiptKind kind : ReceiptKind.values()) {
            byte[] whole = receipts.of(kind).toBytes();
            Files.write(directory.resolve("receipt.json"), whole);
            assertThat(exitCode(jar)).as(said()).isZero();
            assertThat(said()).contains("PROVED", "PROUVÉ");

            String altered = new String(whole, StandardCharsets.UTF_8).replaceFirst("\"index\": ", "\"index\": 1");
            Files.writeString(directory.resolve("receipt.json"), altered);
            assertThat(exitCode(jar)).isEqualTo(1);
            assertThat(said()).contains("REFUSED. Field entries[0].index");
        }
    }

    @Test
    void nothingOfTheNodeIsInTheJar() throws IOException {
        try (JarFile jar = new JarFile(built().toFile())) {
            assertThat(jar.stream())
                    .noneMatch(entry -> entry.getName().startsWith("org/liptako/node/")
                            || entry.getName().startsWith("org/liptako/policy/"));
        }
    }

    private int exitCode(Path jar) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        jar.toString(),
                        "receipt.json",
                        "--root",
                        "root.pem")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said.txt").toFile())
                .start();
        return process.waitFor();
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("said.txt"));
    }

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-verifier.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
