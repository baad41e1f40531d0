package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/** {@code tar} piped through one TLS 1.3 connection with certificates on both sides into another {@code tar}, and the disk synced: no more than that. */
final class TarOverTls implements AutoCloseable {
    private static final String PROTOCOL = "TLSv1.3";

    private final SSLContext tls;
    private final SSLServerSocket server;

    /** Gives the directory to whoever connects. */
    TarOverTls(Path source) throws GeneralSecurityException, IOException {
        tls = tls();
        server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        server.setEnabledProtocols(new String[] {PROTOCOL});
        Thread.ofPlatform().daemon().start(() -> serve(source));
    }

    /** Fetches the directory; on disk when this returns. */
    void fetch(Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        Process tar = new ProcessBuilder("tar", "-C", target.toString(), "-xf", "-").start();
        try (SSLSocket socket = (SSLSocket)
                        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                var in = tar.getOutputStream()) {
            socket.setEnabledProtocols(new String[] {PROTOCOL});
            socket.getInputStream().transferTo(in);
        }
        assertThat(tar.waitFor()).isZero();
        assertThat(new ProcessBuilder("sync", "-f", target.toString()).start().waitFor())
                .isZero();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Path source) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                Process tar = new ProcessBuilder("tar", "-C", source.toString(), "-cf", "-", ".").start();
                tar.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException closed) {
                // The one who fetches finds out; closing the server ends this.
            }
        }
    }

    private static SSLContext tls() throws GeneralSecurityException, IOException {
        Credential node =
                TrialRegion.tree().node(TrialRegion.capital(State.ML), 1).read();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", node.key(), new char[0], node.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance(PROTOCOL);
        context.init(keys.getKeyManagers(), InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        return context;
    }
}
