package org.liptako.node.identity;

import io.grpc.netty.InternalGracefulServerCloseCommand;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** One connection from its first byte to its end: whose it is, and which calls run on it. */
final class OpenConnection {
    /** Enough for the word of refusal to reach a caller before the connection ends. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final Channel channel;
    private final Semaphore room = new Semaphore(ServerLimits.CALLS_PER_CONNECTION);
    private final Set<EndableCall<?, ?>> calls = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SSLSession session;
    private volatile @Nullable State state;

    OpenConnection(Channel channel) {
        this.channel = channel;
    }

    /** The address it comes from; loopback for a transport that has none. */
    InetAddress source() {
        return channel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** TLS is agreed; no State where the caller has shown no valid certificate. */
    void agreed(SSLSession agreed, @Nullable State shown) {
        session = agreed;
        state = shown;
    }

    /** The agreed session; null while TLS is still being agreed. */
    @Nullable
    SSLSession session() {
        return session;
    }

    /** Whose it is; null for a caller who has shown no valid certificate. */
    @Nullable
    State state() {
        return state;
    }

    /** Takes note of a call; false where too many run. Calls of one connection begin on several threads. */
    boolean runs(EndableCall<?, ?> call) {
        if (!room.tryAcquire()) {
            return false;
        }
        calls.add(call);
        return true;
    }

    /** Takes note of its end; false where that is known. */
    boolean ended(EndableCall<?, ?> call) {
        boolean ran = calls.remove(call);
        if (ran) {
            room.release();
        }
        return ran;
    }

    /** How many calls run on it. */
    int calls() {
        return calls.size();
    }

    /** Ends the single questions that have lasted longer than that. */
    void endOverdue(Duration longest) {
        calls.stream().filter(call -> call.isOverdue(longest)).forEach(call -> call.end(tooLong(longest)));
    }

    /** Ends the streams that would never end by themselves with the reason; all else goes on. */
    void endFollowers(Failure reason) {
        calls.stream().filter(EndableCall::isEndless).forEach(call -> call.end(reason));
    }

    /** Ends the streams with the reason; single questions go on. */
    void endStreams(Failure reason) {
        calls.stream().filter(EndableCall::isStream).forEach(call -> call.end(reason));
    }

    private static Failure tooLong(Duration longest) {
        return Failure.of(
                ErrorCode.CALL_TOO_LONG,
                "L'appel n'a pas d'échéance et dure depuis " + longest.toSeconds()
                        + " s : le nœud y met fin ; donnez une échéance.",
                "The call has no deadline and has lasted for " + longest.toSeconds()
                        + " s: the node ends it; set a deadline.");
    }

    /** Ends every call with the reason, then the connection. */
    void refuse(Failure reason) {
        calls.forEach(call -> call.end(reason));
        drain("The caller is no longer trusted.", LAST_WORD);
        cutAfter(LAST_WORD);
    }

    /** Takes no new call on this connection, and lets those that run end within a grace. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // A write fails where the connection is gone, which is what is wanted.
    void drain(String why, Duration grace) {
        channel.writeAndFlush(InternalGracefulServerCloseCommand.create(why, grace.toMillis(), TimeUnit.MILLISECONDS));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A cut throws nothing.
    void cutAfter(Duration life) {
        channel.eventLoop().schedule(this::cut, life.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes the socket past HTTP/2 and TLS, which would wait ten seconds for a caller that does not answer. */
    @SuppressWarnings("FutureReturnValueIgnored") // Closing what is closed is no failure.
    void cut() {
        if (channel.isOpen()) {
            channel.pipeline().firstContext().close();
        }
    }
}
