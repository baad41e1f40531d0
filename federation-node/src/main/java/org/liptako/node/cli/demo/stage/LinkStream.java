package org.liptako.node.cli.demo.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** One direction of a connection over a {@link Link}: what one end writes reaches the other as late, and as slowly, as the weather wants it. */
final class LinkStream {
    private static final int BUFFER = 64 << 10;
    private static final int MOST_UNDER_WAY = 64;
    private static final Parcel END = new Parcel(ByteBuffer.allocate(0), 0);

    private final Socket from;
    private final Socket to;
    private final Weather weather;
    private final BlockingQueue<Parcel> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);

    private record Parcel(ByteBuffer bytes, long dueNanos) {
        boolean isEnd() {
            return !bytes.hasRemaining();
        }
    }

    LinkStream(Socket from, Socket to, Weather weather) {
        this.from = from;
        this.to = to;
        this.weather = weather;
    }

    /** Carries all that comes; returns, with both ends closed, when one end has gone and what was under way has arrived. */
    void run() throws InterruptedException {
        Thread arriving = Thread.ofVirtual().name("link-arrivals").start(this::arrive);
        try {
            send();
        } finally {
            underWay.put(END);
            arriving.join();
            Link.closeQuietly(from);
            Link.closeQuietly(to);
        }
    }

    private void send() throws InterruptedException {
        // Seeded, so that a story that is told again has the same losses.
        SplittableRandom luck = new SplittableRandom(BUFFER);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                weather.pass(read, luck);
                ByteBuffer bytes =
                        ByteBuffer.allocate(read).put(buffer, 0, read).flip();
                underWay.put(new Parcel(bytes, System.nanoTime() + weather.delayNanos()));
            }
        } catch (IOException broken) {
            // One side has gone; the other is let know.
        }
    }

    private void arrive() {
        try {
            OutputStream out = to.getOutputStream();
            for (Parcel parcel = underWay.take(); !parcel.isEnd(); parcel = underWay.take()) {
                LockSupport.parkNanos(parcel.dueNanos() - System.nanoTime());
                weather.awaitVoice();
                out.write(parcel.bytes().array());
            }
        } catch (IOException broken) {
            Link.closeQuietly(from);
            drain();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever sends must not wait for room that nobody makes. */
    private void drain() {
        try {
            while (!underWay.take().isEnd()) {
                // Lost with the connection.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
