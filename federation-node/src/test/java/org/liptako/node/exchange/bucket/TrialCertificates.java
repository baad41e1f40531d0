package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A root, a server's certificate that it issued for 127.0.0.1 and no name, and a root that issued nothing: as PEM, below a directory. */
final class TrialCertificates {
    private static final String PASSWORD = "not-a-secret";

    private final Path directory;

    TrialCertificates(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        make("root", "-ext", "bc:c");
        make("server", "-signer", "root", "-ext", "san=ip:127.0.0.1");
        make("stranger", "-ext", "bc:c");
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            made.load(in, PASSWORD.toCharArray());
        }
        for (String name : List.of("root", "server", "stranger")) {
            write(name, "CERTIFICATE", made.getCertificate(name).getEncoded());
        }
        write(
                "key",
                "PRIVATE KEY",
                made.getKey("server", PASSWORD.toCharArray()).getEncoded());
    }

    Path root() {
        return pem("root");
    }

    /** A root that did not issue the server's certificate. */
    Path stranger() {
        return pem("stranger");
    }

    Path server() {
        return pem("server");
    }

    Path key() {
        return pem("key");
    }

    private void make(String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Path said = directory.resolve("keytool-" + name);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(keytool.waitFor()).as(Files.readString(said)).isZero();
    }

    private void write(String name, String what, byte[] der) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(der);
        Files.writeString(pem(name), "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private Path pem(String name) {
        return directory.resolve(name + ".pem");
    }

    private Path store() {
        return directory.resolve("made.p12");
    }
}
