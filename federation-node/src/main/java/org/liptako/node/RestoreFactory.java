package org.liptako.node;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.OfficerQuorum;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.restore.AbandonedEntries;
import org.liptako.node.journal.restore.AbandonedProjection;
import org.liptako.node.journal.restore.HighWater;
import org.liptako.node.journal.restore.JournalRestore;
import org.liptako.node.journal.restore.KeptAnswers;
import org.liptako.node.journal.restore.LossDesk;
import org.liptako.node.journal.restore.LossOrders;
import org.liptako.node.journal.restore.OwnJournal;
import org.liptako.node.journal.restore.RestoreWatch;
import org.liptako.node.journal.serving.KeptEndpoint;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.peer.KeptJournals;
import org.liptako.node.peer.PeerReturn;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.StatementVerifier;

/** What finds out that the database was restored, and gives peers their entries back. */
@Factory
final class RestoreFactory {
    /** Beside the keys, and not in the database. */
    private static final String MARK = "journal-mark";

    @Singleton
    AbandonedEntries abandoned(Jdbi jdbi) {
        return new AbandonedEntries(jdbi);
    }

    @Singleton
    AbandonedProjection abandonedProjection(NodeConfig node) {
        return new AbandonedProjection(node.state());
    }

    @Singleton
    OwnJournal own(Jdbi jdbi, Journal journal, Clock clock, List<JournalProjection> projections, JournalTree tree) {
        return new OwnJournal(journal, new ReturnedEntries(jdbi, journal, clock, projections), tree);
    }

    @Singleton
    LossDesk losses(OwnJournal own, AbandonedEntries abandoned, NodeTrust trust, NodeConfig node, Clock clock) {
        State state = own.journal().state();
        OfficerQuorum officers = new OfficerQuorum(trust, state);
        return new LossDesk(
                own.journal(),
                own.entries(),
                new LossOrders(state, node.dataDir(), officers::signers, clock),
                abandoned);
    }

    @Singleton
    KeptAnswers answers(
            Journal journal,
            KeptJournals peers,
            StatementVerifier verifier,
            WitnessKeys keys,
            AbandonedEntries abandoned) {
        return new KeptAnswers(journal.state(), peers.all(), verifier, keys, abandoned);
    }

    @Singleton
    JournalRestore restore(OwnJournal own, NodeConfig node, KeptAnswers peers, LossDesk losses) {
        return new JournalRestore(own, new HighWater(node.dataDir().resolve(MARK)), peers, losses);
    }

    @Bean(preDestroy = "close")
    @Singleton
    RestoreWatch watch(JournalRestore restore, WitnessReach reach) {
        RestoreWatch watch = new RestoreWatch(restore);
        reach.onContradicted(watch::lookAgain);
        return watch;
    }

    /** Whoever comes back may know more of this journal than is here. */
    @Singleton
    PeerReturn compared(RestoreWatch watch) {
        return state -> watch.lookAgain();
    }

    @Singleton
    KeptEndpoint kept(PeerJournals journals, WitnessDesk witness) {
        return new KeptEndpoint(journals, witness, () -> Caller.current().state());
    }
}
