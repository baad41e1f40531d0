package org.liptako.node.operations;

import jakarta.inject.Singleton;
import java.util.List;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.operations.availability.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has this process hand over its work and end, by order of an operator of its data centre. Thread-safe. */
@Singleton
public final class DrainDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DrainDesk.class);

    private final NodeConfig node;
    private final Neighbours neighbours;
    private final Drain drain;

    DrainDesk(NodeConfig node, Neighbours neighbours, Drain drain) {
        this.node = node;
        this.neighbours = neighbours;
        this.drain = drain;
    }

    /** The numbers of the other processes of this State that serve at this data centre now: the work would go to them. */
    public List<Integer> others() {
        return neighbours.serving();
    }

    /**
     * Orders it.
     *
     * @return to which processes the work goes
     * @throws org.liptako.node.wire.Failure SITE_NOT_ENTITLED for whoever acts for another data centre
     */
    public List<Integer> order(Caller caller) {
        caller.mustActFor(node.site());
        LOG.warn("{} orders this process to hand over its work and end.", caller.party());
        List<Integer> others = others();
        drain.order();
        return others;
    }
}
