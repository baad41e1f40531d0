package org.liptako.node.exchange.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a transfer may ask for chunks: the source that its grant means, and every other State that holds a sealed copy of the very same
 * version in good standing, as far as the journals known here say. Whether one gives is for its node to decide. Thread-safe.
 */
final class Holders {
    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);

    private final SiteRecord own;
    private final StandingCopies copies;

    Holders(SiteRecord own) {
        this.own = own;
        this.copies = new StandingCopies(own.registry());
    }

    /** The source first. */
    List<State> of(TransferPlan plan) {
        return Stream.concat(Stream.of(plan.source()), others(plan)).distinct().toList();
    }

    private Stream<State> others(TransferPlan plan) {
        try {
            return copies.of(plan.version()).stream()
                    .map(copy -> copy.site().state())
                    .flatMap(Optional::stream)
                    .filter(state -> state != own.journal().state());
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Who else holds {} cannot be read; {} alone is asked.", plan.version(), plan.source());
            return Stream.empty();
        }
    }
}
