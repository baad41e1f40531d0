package org.liptako.node.exchange.queue;

import java.util.List;
import java.util.stream.Stream;

/** The queue at an instant, each part in the order in which transfers get their turn. */
public record QueueView(List<QueuedTransfer> running, List<QueuedTransfer> waiting) {

    public QueueView {
        running = List.copyOf(running);
        waiting = List.copyOf(waiting);
    }

    /** Those that run first. */
    public Stream<QueuedTransfer> all() {
        return Stream.concat(running.stream(), waiting.stream());
    }
}
