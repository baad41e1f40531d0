package org.liptako.node;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.campaign.CampaignProjection;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.courier.CourierProjection;
import org.liptako.node.exchange.grant.HeardGrantProjection;
import org.liptako.node.inquiry.RulingProjection;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.restore.AbandonedProjection;
import org.liptako.node.operations.availability.AvailabilityProjection;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.possession.holding.HoldingProjection;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journals anew, once, where an older program has read them: what it did not look for is missing from the tables. */
@Singleton
final class ProjectionUpkeep {
    /** Raised with every change in what is read from entries that may be in journals already. */
    static final int READING = 8;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionUpkeep.class);

    private final Jdbi jdbi;

    private final State own;

    @Inject
    ProjectionUpkeep(Jdbi jdbi, NodeConfig node) {
        this(jdbi, node.state());
    }

    ProjectionUpkeep(Jdbi jdbi, State own) {
        this.jdbi = jdbi;
        this.own = own;
    }

    /** What is read from the journals, and can be read from them again, in a State's node. */
    static List<JournalProjection> projections(State own) {
        return List.of(
                new RegistryProjection(),
                new DutyProjection(),
                new DecisionIndex(),
                new CourierProjection(),
                new HeardGrantProjection(),
                new HoldingProjection(),
                new RulingProjection(),
                new CampaignProjection(),
                new AvailabilityProjection(),
                new AbandonedProjection(own));
    }

    /** Before the node answers; broken off at any point, the next start does it again. */
    void bringUpToDate() {
        if (read() >= READING) {
            return;
        }
        LOG.info("The journals are read anew: an older program has read them last.");
        long entries = new JournalReplay(jdbi, projections(own)).run();
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO projection_reading (version) VALUES (:version)"
                        + " ON CONFLICT (one) DO UPDATE SET version = :version")
                .bind("version", READING)
                .execute());
        LOG.info("{} entries were read anew.", entries);
    }

    private int read() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT version FROM projection_reading")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }
}
