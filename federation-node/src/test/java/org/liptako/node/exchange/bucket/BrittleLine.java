package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A line to an object store that breaks once so many bytes have gone over it, in the middle of whatever goes then, until it is mended. */
public final class BrittleLine implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 10;
    private static final Breaking NEVER = new Breaking(new AtomicLong(Long.MAX_VALUE), () -> {}, new CountDownLatch(1));

    private final ServerSocket near;
    private final int farPort;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile Breaking breaking = NEVER;
    private volatile boolean broken;

    /**
     * When it breaks.
     *
     * @param left bytes that go over it before
     * @param then what happens at that moment
     */
    private record Breaking(AtomicLong left, Runnable then, CountDownLatch done) {}

    public BrittleLine(int farPort) throws IOException {
        this.near = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        this.farPort = farPort;
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the line begins, on this machine. */
    public int port() {
        return near.getLocalPort();
    }

    /** Lets so many bytes more pass, both ways together, and no others. */
    public void breakAfter(long bytes, Runnable then) {
        breaking = new Breaking(new AtomicLong(bytes), then, new CountDownLatch(1));
    }

    /** Returns once it is broken, and what was to happen then has happened. */
    public void awaitBreak() throws InterruptedException {
        breaking.done().await();
    }

    public void mend() {
        breaking = NEVER;
        broken = false;
    }

    @Override
    public void close() throws IOException {
        near.close();
        hangUp();
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket caller = near.accept();
                if (broken) {
                    caller.close();
                } else {
                    connect(caller);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), farPort);
            ends.add(caller);
            ends.add(far);
            Thread.ofVirtual().start(() -> copy(caller, far));
            Thread.ofVirtual().start(() -> copy(far, caller));
        } catch (IOException nobodyThere) {
            caller.close();
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BLOCK_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && mayPass(read); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // Closing both ends tells the other direction.
            return;
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private boolean mayPass(int bytes) {
        Breaking now = breaking;
        long left = now.left().addAndGet(-bytes);
        if (broken || left >= 0) {
            return !broken;
        }
        if (left + bytes >= 0) {
            // The first that goes over.
            broken = true;
            hangUp();
            now.then().run();
            now.done().countDown();
        }
        return false;
    }

    private void hangUp() {
        for (Socket end : ends) {
            try {
                end.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
