package org.liptako.node.cli.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private ServerSocket far;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        link = new Link();
        link.leadTo(far.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        far.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        assertThatBytesPass();
    }

    @Test
    void breaksOpenConnectionsWhenCut() throws IOException {
        try (var near = dial();
                var peer = far.accept()) {
            near.getOutputStream().write(7);
            assertThat(peer.getInputStream().read()).isEqualTo(7);
            link.cut();
            assertThatIOException().isThrownBy(() -> readToEnd(near));
        }
    }

    @Test
    void carriesAgainOnceRestored() throws IOException {
        link.cut();
        link.restore();
        assertThatBytesPass();
    }

    @Test
    void deliversLateOnABadLine() throws IOException {
        link.become(new LineQuality(0, Duration.ofMillis(150), 0, Duration.ZERO));
        long start = System.nanoTime();
        assertThatBytesPass();
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(300).toNanos());
    }

    @Test
    void deliversAllAndInOrderOnALineThatLosesPackets() throws IOException {
        link.become(new LineQuality(0, Duration.ofMillis(1), 100_000, Duration.ofMillis(5)));
        byte[] sent = new byte[1 << 20];
        new SplittableRandom(6).nextBytes(sent);
        try (var near = dial();
                var peer = far.accept()) {
            near.getOutputStream().write(sent);
            assertThat(peer.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
        }
    }

    @Test
    void saysNothingWhileSilentAndLosesNothing() throws IOException {
        try (var near = dial();
                var peer = far.accept()) {
            link.fallSilent();
            near.getOutputStream().write(7);
            peer.setSoTimeout(200);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> peer.getInputStream().read());
            link.restore();
            peer.setSoTimeout(0);
            assertThat(peer.getInputStream().read()).isEqualTo(7);
        }
    }

    private void assertThatBytesPass() throws IOException {
        try (var near = dial();
                var peer = far.accept()) {
            near.getOutputStream().write(7);
            assertThat(peer.getInputStream().read()).isEqualTo(7);
            peer.getOutputStream().write(9);
            assertThat(near.getInputStream().read()).isEqualTo(9);
        }
    }

    private static void readToEnd(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new IOException("closed");
        }
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }
}
