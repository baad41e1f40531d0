package org.liptako.node;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.JournalConfig;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.ShownCheckpoints;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessEndpoint;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.Witnesses;

/** Witnessing: the other States' journals here, and this State's there. */
@Factory
final class WitnessFactory {
    @Singleton
    WitnessKeys keys(NodeConfig node, NodeTrust trust, Clock clock) {
        return new WitnessKeys(
                node.state(),
                node.zone(),
                new BelievedEvidence(trust, node.zone()),
                WitnessKeyFiles.read(node, clock).orElse(null),
                clock);
    }

    @Singleton
    WitnessDesk desk(Jdbi jdbi, Journal journal, JournalTree tree, WitnessKeys keys) {
        return new WitnessDesk(jdbi, journal, tree, keys);
    }

    @Singleton
    ShownCheckpoints shown(Jdbi jdbi, Journal journal, JournalTree tree, WitnessKeys keys) {
        return new ShownCheckpoints(jdbi, journal, tree, keys);
    }

    @Singleton
    KnownCheckpoints known(Jdbi jdbi, Journal journal) {
        return new KnownCheckpoints(jdbi, journal.state());
    }

    @Singleton
    WitnessEndpoint endpoint(WitnessDesk desk) {
        return new WitnessEndpoint(desk, () -> Caller.current().state());
    }

    @Singleton
    WitnessReach reach() {
        return new WitnessReach();
    }

    @Bean(preDestroy = "close")
    @Singleton
    Witnesses witnesses(
            Journal journal,
            OwnCosignatures cosignatures,
            WitnessKeys keys,
            WitnessReach reach,
            Checkpoints checkpoints,
            JournalConfig config,
            MeterRegistry metrics) {
        Witnesses witnesses = new Witnesses(journal, cosignatures, keys, reach, config.witnesses());
        witnesses.hasten(checkpoints);
        Gauge.builder(
                        "liptako.journal.unwitnessed",
                        () -> Math.max(
                                0,
                                journal.chain().length() - witnesses.standing().size()))
                .description("Entries of this State's journal that too few other States have cosigned.")
                .register(metrics);
        return witnesses;
    }

    @Singleton
    WitnessedSizes sizes(Journal journal, Witnesses witnesses, WitnessDesk desk) {
        return new WitnessedSizes(journal.state(), witnesses, desk);
    }

    @Singleton
    OwnCosignatures cosignatures(Jdbi jdbi) {
        return new OwnCosignatures(jdbi);
    }
}
