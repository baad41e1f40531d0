package org.liptako.node.exchange.bucket;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.exchange.store.Durable;

/** A real object store with one empty bucket, on loopback and in a directory of its own. */
public final class TrialBucket implements AutoCloseable {
    private static final String BUCKET = "copies";
    static final String SECRET = "not-a-secret";
    private static final String REGION = "sahel-1";

    private final Path home;
    private final Process process;
    private final URI endpoint;

    private TrialBucket(Path home, Process process, URI endpoint) {
        this.home = home;
        this.process = process;
        this.endpoint = endpoint;
    }

    /** An object store that is killed with this JVM, if it was not closed. */
    public static TrialBucket start() throws IOException {
        Path program = VersityProgram.find();
        Path home = Files.createTempDirectory("liptako-bucket-");
        for (String directory : List.of("objects/" + BUCKET, "versions", "words")) {
            Files.createDirectories(home.resolve(directory));
        }
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--quiet",
                        "--access",
                        "AKLIPTAKO",
                        "--secret",
                        SECRET,
                        "--region",
                        REGION,
                        "--port",
                        "127.0.0.1:" + port,
                        "posix",
                        "--versioning-dir",
                        home.resolve("versions").toString(),
                        home.resolve("objects").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive() || answers(port));
        return new TrialBucket(home, process, URI.create("http://127.0.0.1:" + port));
    }

    /** What a node is told of it. */
    public BucketConfig config(String prefix) throws IOException {
        return new BucketConfig(endpoint, BUCKET, prefix, REGION, credentials(SECRET), true, null, "published/");
    }

    public BucketClient client(String prefix) throws IOException {
        return BucketConnection.open(config(prefix));
    }

    /** The same, of another bucket or with another secret. */
    BucketConfig config(String bucket, String secret) throws IOException {
        return new BucketConfig(endpoint, bucket, "", REGION, credentials(secret), true, null, null);
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
        process.destroyForcibly();
        process.onExit().join();
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
