package org.liptako.node.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the kernel gives to real connections. */
class CongestionControlIT {
    private static final Path OFFERED = Path.of("/proc/sys/net/ipv4/tcp_available_congestion_control");
    private static final Path ALLOWED = Path.of("/proc/sys/net/ipv4/tcp_allowed_congestion_control");
    private static final Path USUAL = Path.of("/proc/sys/net/ipv4/tcp_congestion_control");

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ServerSockets sockets = ServerSockets.ofThisMachine();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, sockets.waiting());

    @AfterEach
    @SuppressWarnings("FutureReturnValueIgnored") // The loops end by themselves.
    void stop() {
        loops.shutdownGracefully();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aConnectionThatComesInSendsByBbrWhereTheKernelOffersIt() throws IOException {
        String expected = offers(CongestionControl.BBR) ? CongestionControl.BBR : usual();

        assertThat(chosen(CongestionControl.BBR)).isEqualTo(expected);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anAlgorithmThatTheKernelDoesNotKnowLeavesItsOwn() throws IOException {
        assertThat(chosen("no-such-one")).isEqualTo(usual());
    }

    private String chosen(String wanted) throws IOException {
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channelFactory(sockets::listening)
                .handler(new CongestionControl(wanted, metrics))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        // Nothing is said over it.
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        InetSocketAddress address = (InetSocketAddress) listening.localAddress();
        try (Socket caller = new Socket(address.getAddress(), address.getPort())) {
            assertThatCode(caller::getOutputStream).doesNotThrowAnyException();
            await().until(() -> !counted().isEmpty());
        } finally {
            listening.close().syncUninterruptibly();
        }
        return counted().getFirst();
    }

    private List<String> counted() {
        return metrics.find("liptako.grpc.congestion").counters().stream()
                .map(counter -> String.valueOf(counter.getId().getTag("algorithm")))
                .toList();
    }

    /** To anyone, or to a process that may administer the network. */
    private static boolean offers(String algorithm) throws IOException {
        Path list = "root".equals(System.getProperty("user.name")) ? OFFERED : ALLOWED;
        return names(list).contains(algorithm);
    }

    private static String usual() throws IOException {
        return names(USUAL).getFirst();
    }

    private static List<String> names(Path file) throws IOException {
        return List.of(Files.readString(file, US_ASCII).strip().split(" "));
    }
}
