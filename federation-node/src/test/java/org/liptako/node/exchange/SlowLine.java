package org.liptako.node.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A line on which the far end's bytes come at a rate, so that a transfer is under way for as long as a test needs. */
public final class SlowLine implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 10;
    private static final int MOST_SAVED_BYTES = 16 * BLOCK_BYTES;
    private static final int MOST_RELEASED_BYTES = 1 << 29;

    private final ServerSocket near;
    private final int farPort;
    private final Semaphore bytes = new Semaphore(0, true);
    private volatile boolean cut;
    private volatile boolean stalled;
    private volatile boolean wide;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    /** @param bytesASecond what goes by at most, TLS and all else on the line included */
    @SuppressWarnings("FutureReturnValueIgnored") // Letting a block pass throws nothing.
    public SlowLine(int farPort, int bytesASecond) throws IOException {
        this.near = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.farPort = farPort;
        long nanosABlock = TimeUnit.SECONDS.toNanos(1) * BLOCK_BYTES / bytesASecond;
        clockwork.scheduleAtFixedRate(this::letPass, 0, nanosABlock, TimeUnit.NANOSECONDS);
        Thread.ofVirtual().start(this::accept);
    }

    /** A line that lay idle is no faster for it. */
    private void letPass() {
        if (!stalled && bytes.availablePermits() < MOST_SAVED_BYTES) {
            bytes.release(BLOCK_BYTES);
        }
    }

    /** Where the line begins, on this machine. */
    public int port() {
        return near.getLocalPort();
    }

    /** From now on whoever calls finds nobody. */
    public void cut() {
        cut = true;
    }

    /** From now on nothing comes any more, and nobody is told. */
    public void stall() {
        stalled = true;
        narrow();
    }

    /** From now on the line is as fast as the machine. */
    public void open() {
        cut = false;
        stalled = false;
        wide = true;
    }

    /** From now on the line is as slow again as it was made. */
    public void narrow() {
        wide = false;
        bytes.drainPermits();
    }

    @Override
    public void close() throws IOException {
        wide = true;
        clockwork.shutdownNow();
        bytes.release(MOST_RELEASED_BYTES);
        near.close();
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket caller = near.accept();
                if (cut) {
                    caller.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), farPort);
                Thread.ofVirtual().start(() -> copy(caller, far, read -> {}));
                Thread.ofVirtual().start(() -> copy(far, caller, this::pass));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(int read) {
        if (!wide) {
            bytes.acquireUninterruptibly(read);
        }
    }

    private static void copy(Socket from, Socket to, IntConsumer turn) {
        byte[] buffer = new byte[BLOCK_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                turn.accept(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // Closing both ends tells the other direction.
            return;
        }
    }
}
