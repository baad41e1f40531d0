package org.liptako.node.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A line on which somebody changes one bit of what the far end sends, once; what follows goes through untouched. */
final class TamperedLine implements AutoCloseable {
    private final ServerSocket near;
    private final int farPort;
    private final long position;
    private final AtomicInteger tampered = new AtomicInteger();

    /** @param position how many bytes of the far end's pass before the one that is changed */
    TamperedLine(int farPort, long position) throws IOException {
        this.near = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.farPort = farPort;
        this.position = position;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** How many bits were changed. */
    int tampered() {
        return tampered.get();
    }

    @Override
    public void close() throws IOException {
        near.close();
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket caller = near.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), farPort);
                Thread.ofVirtual().start(() -> copy(caller, far, Long.MAX_VALUE));
                Thread.ofVirtual().start(() -> copy(far, caller, position));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, long changeAt) {
        byte[] buffer = new byte[1 << 16];
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long at = changeAt - passed;
                if (at >= 0 && at < read && tampered.compareAndSet(0, 1)) {
                    buffer[(int) at] ^= 1;
                }
                out.write(buffer, 0, read);
                passed += read;
            }
        } catch (IOException broken) {
            // Closing both ends tells the other direction.
            return;
        }
    }
}
