package org.liptako.node;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.restore.HighWater;
import org.liptako.node.journal.restore.JournalRestore;
import org.liptako.node.journal.restore.KeptAnswers;
import org.liptako.node.journal.restore.RestoreWatch;
import org.liptako.node.journal.serving.KeptEndpoint;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.peer.KeptJournals;
import org.liptako.node.peer.PeerReturn;
import org.liptako.pki.signature.StatementVerifier;

/** What finds out that the database was restored, and gives peers their entries back. */
@Factory
final class RestoreFactory {
    /** Beside the keys, and not in the database. */
    private static final String MARK = "journal-mark";

    @Singleton
    JournalRestore restore(
            Jdbi jdbi,
            Journal journal,
            Clock clock,
            List<JournalProjection> projections,
            JournalTree tree,
            NodeConfig node,
            KeptJournals peers,
            StatementVerifier verifier,
            WitnessKeys keys) {
        return new JournalRestore(
                journal,
                new ReturnedEntries(jdbi, journal, clock, projections),
                tree,
                new HighWater(node.dataDir().resolve(MARK)),
                new KeptAnswers(journal.state(), peers.all(), verifier, keys));
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
