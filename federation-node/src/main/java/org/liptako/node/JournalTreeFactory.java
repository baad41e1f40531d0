package org.liptako.node;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.EvidenceConfig;
import org.liptako.node.config.JournalConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.serving.JournalEndpoint;
import org.liptako.node.journal.serving.PayloadRights;
import org.liptako.node.journal.serving.TreeMessages;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.journal.witness.WitnessedLog;

/** The journals' trees, who signs over this State's own, and to whom it is given. */
@Factory
final class JournalTreeFactory {
    @Singleton
    JournalTree tree(Jdbi jdbi) {
        return new JournalTree(jdbi);
    }

    @Singleton
    CheckpointKey checkpointKey(JournalConfig config, NodeIdentity identity, NodeTrust trust, Clock clock) {
        EvidenceConfig evidence = config.evidence();
        return evidence == null ? CheckpointKey.NONE : EvidenceKeyFiles.read(evidence, identity, trust, clock);
    }

    @Singleton
    Checkpoints checkpoints(Jdbi jdbi, Journal journal, CheckpointKey key) {
        return new Checkpoints(jdbi, journal, key);
    }

    @Singleton
    JournalEndpoint journalEndpoint(Journal journal, JournalHeads heads, TreeMessages tree, PayloadRights rights) {
        return new JournalEndpoint(
                journal, heads, tree, rights, () -> Caller.current().state());
    }

    @Bean(preDestroy = "close")
    @Singleton
    TreeKeeper treeKeeper(Jdbi jdbi, Journal journal, Checkpoints checkpoints) {
        return new TreeKeeper(jdbi, journal, checkpoints);
    }

    @Singleton
    WitnessedLog witnessedLog(Journal journal, JournalTree tree, Checkpoints checkpoints) {
        return new JournalAsWitnessed(journal.state(), tree, checkpoints);
    }
}
