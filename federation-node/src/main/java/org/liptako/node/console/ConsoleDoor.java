package org.liptako.node.console;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.node.console.entry.Network;

/**
 * Stands at the listening sockets of the pages and closes, before a byte of it is read, what is more than so many connections of one network or in all: whoever
 * holds connections open without asking anything keeps nobody else out, unless they come from eight networks; this machine's own programs are counted apart.
 * Counts them in the metric {@code liptako.console.connections.refused} by limit.
 */
@Singleton
final class ConsoleDoor implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /** Forty browsers behind one address, each with its six. */
    static final int MOST_OF_ONE_NETWORK = 256;

    static final int MOST_IN_ALL = 2_048;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final MeterRegistry metrics;

    ConsoleDoor(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                if (role == ChannelRole.LISTENER) {
                    channel.pipeline().addFirst(new Warden());
                }
                return this;
            }
        });
        return event.getBean();
    }

    private final class Warden extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel channel && !admits(channel)) {
                channel.unsafe().closeForcibly();
                return;
            }
            context.fireChannelRead(accepted);
        }
    }

    private boolean admits(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return false;
        }
        String network = Network.of(remote.getAddress());
        int counted = remote.getAddress().isLoopbackAddress() ? 0 : 1;
        if (counted == 1 && all.get() >= MOST_IN_ALL) {
            return refused("in-all");
        }
        if (open.getOrDefault(network, 0) >= MOST_OF_ONE_NETWORK) {
            return refused("network");
        }
        all.addAndGet(counted);
        open.merge(network, 1, Integer::sum);
        channel.closeFuture().addListener(closed -> {
            all.addAndGet(-counted);
            open.computeIfPresent(network, (same, count) -> count > 1 ? count - 1 : null);
        });
        return true;
    }

    private boolean refused(String limit) {
        metrics.counter("liptako.console.connections.refused", "limit", limit).increment();
        return false;
    }
}
