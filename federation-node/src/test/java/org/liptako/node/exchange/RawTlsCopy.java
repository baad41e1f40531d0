package org.liptako.node.exchange;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

/** A file sent through one TLS 1.3 connection with certificates on both sides, written and synced: no more than that. The JDK's own TLS. */
final class RawTlsCopy implements AutoCloseable {
    private static final int BUFFER = 1 << 20;
    private static final String PROTOCOL = "TLSv1.3";

    private final SSLContext tls;
    private final SSLServerSocket server;

    /** Gives the file to whoever connects. */
    RawTlsCopy(Path source) throws GeneralSecurityException, IOException {
        tls = tls();
        server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        server.setEnabledProtocols(new String[] {PROTOCOL});
        Thread.ofPlatform().daemon().start(() -> serve(source));
    }

    /** Fetches the file; on disk when this returns. */
    void fetch(Path target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (SSLSocket socket = (SSLSocket)
                        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            socket.setEnabledProtocols(new String[] {PROTOCOL});
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            file.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Path source) {
        byte[] buffer = new byte[BUFFER];
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept();
                    FileChannel file = FileChannel.open(source, StandardOpenOption.READ)) {
                OutputStream out = socket.getOutputStream();
                ByteBuffer filled = ByteBuffer.wrap(buffer);
                for (int read = file.read(filled); read >= 0; read = file.read(filled.clear())) {
                    out.write(buffer, 0, read);
                }
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
