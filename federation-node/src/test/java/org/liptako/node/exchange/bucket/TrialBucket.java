package org.liptako.node.exchange.bucket;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.FreePort;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.exchange.store.Durable;

/** A real object store with one empty bucket, on loopback and in a directory of its own. It ends with this JVM, if it was not closed. */
public final class TrialBucket implements AutoCloseable {
    private static final String BUCKET = "copies";
    static final String SECRET = "not-a-secret";
    private static final String REGION = "sahel-1";

    private final Path home;
    private final int port;
    private final @Nullable TrialCertificates certificates;
    private Process process;

    private TrialBucket(@Nullable TrialCertificates certificates) throws IOException {
        this.home = Files.createTempDirectory("liptako-bucket-");
        this.port = FreePort.find();
        this.certificates = certificates;
        for (String directory : List.of("objects/" + BUCKET, "versions")) {
            Files.createDirectories(home.resolve(directory));
        }
        this.process = begin();
    }

    public static TrialBucket start() throws IOException {
        return new TrialBucket(null);
    }

    /** One that speaks TLS only, and shows the certificate for 127.0.0.1. */
    static TrialBucket startWith(TrialCertificates certificates) throws IOException {
        return new TrialBucket(certificates);
    }

    private Process begin() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                VersityProgram.find().toString(),
                "--quiet",
                "--access",
                "AKLIPTAKO",
                "--secret",
                SECRET,
                "--region",
                REGION,
                "--port",
                "127.0.0.1:" + port));
        if (certificates != null) {
            command.addAll(List.of(
                    "--cert",
                    certificates.server().toString(),
                    "--key",
                    certificates.key().toString()));
        }
        command.addAll(List.of(
                "posix",
                "--versioning-dir",
                home.resolve("versions").toString(),
                home.resolve("objects").toString()));
        Process begun = BoundProgram.of(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> !begun.isAlive() || answers(port));
        return begun;
    }

    /** Ends the server as kill -9 does; what it has stays. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts the server again, over what it had and where it was. */
    public void startAgain() throws IOException {
        process = begin();
    }

    public int port() {
        return port;
    }

    /** What a node is told of it. */
    public BucketConfig config(String prefix) throws IOException {
        return config(prefix, port);
    }

    /**
     * The same, for a node that reaches it over a line of the test's.
     *
     * @param line the port on which the line begins
     */
    public BucketConfig config(String prefix, int line) throws IOException {
        return new BucketConfig(
                URI.create("http://127.0.0.1:" + line),
                BUCKET,
                prefix,
                REGION,
                credentials(SECRET),
                true,
                null,
                "published/");
    }

    /** The same, of another bucket or with another secret. */
    BucketConfig config(String bucket, String secret) throws IOException {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        return new BucketConfig(endpoint, bucket, "", REGION, credentials(secret), true, null, null);
    }

    /** The same over TLS, under a name of this machine. */
    BucketConfig configOverTls(String host, @Nullable Path roots) throws IOException {
        URI endpoint = URI.create("https://" + host + ":" + port);
        return new BucketConfig(endpoint, BUCKET, "", REGION, credentials(SECRET), true, roots, null);
    }

    public BucketClient client(String prefix) throws IOException {
        return BucketConnection.open(config(prefix));
    }

    /** A file with an access key. */
    private Path credentials(String secret) throws IOException {
        Path file = Files.createTempFile(
                home,
                "credentials",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file, "[default]\naws_access_key_id = AKLIPTAKO\naws_secret_access_key = " + secret + "\n");
    }

    /** Where the objects of the bucket lie as files, below their keys. */
    public Path files() {
        return home.resolve("objects").resolve(BUCKET);
    }

    @Override
    public void close() throws IOException {
        kill();
        Durable.remove(home);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
