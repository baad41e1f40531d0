package org.liptako.node.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the kernel to send by BBR on each connection that comes in, where it offers that: BBR goes by what a link delivers, while the usual
 * algorithms take each lost packet for a sign to slow down, and on a link that loses one in a hundred come to a fiftieth of its rate. Where
 * the kernel has no BBR, or does not let this process choose, its own choice stands. Thread-safe.
 *
 * <p>The counter {@code liptako.grpc.congestion} says by algorithm how many connections came in.
 */
@ChannelHandler.Sharable
final class CongestionControl extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CongestionControl.class);
    static final String BBR = "bbr";

    /** {@code TCP_CA_NAME_MAX} of the kernel, the final zero included. */
    private static final int NAME_BYTES = 16;

    private static final int IPPROTO_TCP = 6;
    private static final int TCP_CONGESTION = 13;
    private static final RawUnixChannelOption ALGORITHM =
            new RawUnixChannelOption("TCP_CONGESTION", IPPROTO_TCP, TCP_CONGESTION, NAME_BYTES);

    private final String wanted;
    private final MeterRegistry metrics;
    private final AtomicReference<String> last = new AtomicReference<>("");

    /** @param wanted the kernel's name of an algorithm */
    CongestionControl(String wanted, MeterRegistry metrics) {
        this.wanted = wanted;
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        if (accepted instanceof Channel connection) {
            note(chosen(connection));
        }
        context.fireChannelRead(accepted);
    }

    /** The algorithm that a connection sends by from now on. */
    private String chosen(Channel connection) {
        if (!(connection instanceof EpollSocketChannel socket)) {
            return "unknown";
        }
        try {
            socket.config().setOption(ALGORITHM, name(wanted));
        } catch (ChannelException notOffered) {
            LOG.debug("The kernel does not give a connection the congestion control \"{}\".", wanted, notOffered);
        }
        return nameOf(socket);
    }

    private static String nameOf(EpollSocketChannel socket) {
        try {
            ByteBuffer name = socket.config().getOption(ALGORITHM);
            byte[] bytes = new byte[name.remaining()];
            name.get(bytes);
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, 0, end, US_ASCII);
        } catch (ChannelException gone) {
            LOG.debug("The algorithm of a connection cannot be read.", gone);
            return "unknown";
        }
    }

    private static ByteBuffer name(String algorithm) {
        return ByteBuffer.wrap(Arrays.copyOf(algorithm.getBytes(US_ASCII), NAME_BYTES));
    }

    private void note(String algorithm) {
        metrics.counter("liptako.grpc.congestion", "algorithm", algorithm).increment();
        if (!last.getAndSet(algorithm).equals(algorithm)) {
            LOG.info("Connections that come in send by the congestion control \"{}\".", algorithm);
        }
    }
}
