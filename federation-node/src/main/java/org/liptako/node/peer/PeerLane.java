package org.liptako.node.peer;

import io.grpc.Channel;

/**
 * One of several connections to the same node, for moving bytes: its borrower has it alone, so that what it brings can be told from what the
 * others bring. Closing gives it back. Safe for use by many threads.
 */
public interface PeerLane extends AutoCloseable {
    Channel channel();

    @Override
    void close();

    /** A lane that is no connection of its own. */
    static PeerLane shared(Channel channel) {
        return new PeerLane() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public void close() {
                // Others use the channel too.
            }
        };
    }
}
