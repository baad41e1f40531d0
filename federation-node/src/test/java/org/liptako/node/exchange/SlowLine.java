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

/** A line on which the far end's bytes come at a rate, so that a transfer is under way for as long as a test needs. */
public final class SlowLine implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 << 10;
    private static final int MOST_SAVED = 16;

    private final ServerSocket near;
    private final int farPort;
    private final Semaphore blocks = new Semaphore(0);
    private volatile boolean cut;
    private volatile boolean stalled;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    /** @param bytesASecond a multiple of 64 KiB */
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
        if (!stalled && blocks.availablePermits() < MOST_SAVED) {
            blocks.release();
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
        blocks.drainPermits();
    }

    /** From now on the line is as fast as the machine. */
    public void open() {
        cut = false;
        blocks.release(1 << 20);
    }

    /** From now on the line is as slow again as it was made. */
    public void narrow() {
        blocks.drainPermits();
    }

    @Override
    public void close() throws IOException {
        clockwork.shutdownNow();
        blocks.release(1 << 20);
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
                Thread.ofVirtual().start(() -> copy(caller, far, () -> {}));
                Thread.ofVirtual().start(() -> copy(far, caller, blocks::acquireUninterruptibly));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to, Runnable turn) {
        byte[] buffer = new byte[BLOCK_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                turn.run();
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // Closing both ends tells the other direction.
            return;
        }
    }
}
