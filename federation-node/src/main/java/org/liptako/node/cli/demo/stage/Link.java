package org.liptako.node.cli.demo.stage;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line from one node to another: a TCP relay that can be slowed, made bad, silenced, cut and restored while connections run through it. It needs
 * no rights, so it goes where the demonstration goes.
 *
 * <p>A node is told the relay's address as its peer's. The far end may move (a restarted node has another port).
 */
public final class Link implements Closeable {
    private static final int REACH_MILLIS = 2_000;
    private static final int BACKLOG = 64;

    private final ServerSocket near;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Weather weather = new Weather();
    private volatile int farPort;
    private volatile boolean cut;

    Link() throws IOException {
        near = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("link").start(this::accept);
    }

    /** Where the near node finds its peer. */
    int port() {
        return near.getLocalPort();
    }

    /** Leads to a port of this machine from now on. */
    void leadTo(int port) {
        farPort = port;
    }

    /** Breaks every connection and refuses new ones. */
    public void cut() {
        cut = true;
        closeAll();
    }

    /** Lets nothing through and tells nobody, as a line does that is broken somewhere on its way: connections stay, and what was under way arrives later. */
    public void fallSilent() {
        weather.silence(true);
    }

    /** Lets everything through again. */
    public void restore() {
        cut = false;
        weather.silence(false);
    }

    /** Lets at most so many bytes a second through, in both directions together; 0 = as many as come. */
    public void slowTo(long bytesPerSecond) {
        become(LineQuality.limitedTo(bytesPerSecond));
    }

    /** Carries from now on as such a line does. */
    public void become(LineQuality quality) {
        weather.become(quality);
    }

    @Override
    public void close() throws IOException {
        near.close();
        restore();
        closeAll();
    }

    private void closeAll() {
        open.forEach(Link::closeQuietly);
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                var caller = near.accept();
                Thread.ofVirtual().name("link-connection").start(() -> relay(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket caller) {
        var peer = new Socket();
        open.add(caller);
        open.add(peer);
        try (caller;
                peer) {
            if (cut || farPort == 0) {
                return;
            }
            weather.awaitVoice();
            peer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), farPort), REACH_MILLIS);
            caller.setTcpNoDelay(true);
            peer.setTcpNoDelay(true);
            var back = Thread.ofVirtual().start(() -> carry(peer, caller));
            carry(caller, peer);
            back.join();
        } catch (IOException unreachable) {
            // The caller sees its connection closed, as it would if the line were down.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            open.remove(peer);
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            new LinkStream(from, to, weather).run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException closed) {
            // Closed by the other direction already.
        } catch (IOException closing) {
            throw new IllegalStateException("a socket of this machine cannot be closed", closing);
        }
    }
}
