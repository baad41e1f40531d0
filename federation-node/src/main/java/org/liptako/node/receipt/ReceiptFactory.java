package org.liptako.node.receipt;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.registry.CopyTrail;
import org.liptako.node.registry.Registry;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.pki.signature.StatementSigner;

/** Puts the room together. */
@Factory
final class ReceiptFactory {
    @Singleton
    EntrySearch entries(
            Jdbi jdbi,
            NodeIdentity identity,
            PeerJournals journals,
            CopyTrail copies,
            DecisionIndex decisions,
            SignedErasures signatures) {
        return new EntrySearch(jdbi, identity.state(), journals, copies, decisions, signatures);
    }

    @Singleton
    SignedJournals journals(
            NodeIdentity identity,
            Checkpoints checkpoints,
            OwnCosignatures cosignatures,
            WitnessDesk witness,
            WitnessKeys keys) {
        return new SignedJournals(identity.state(), checkpoints, cosignatures, witness, keys);
    }

    @Singleton
    ReceiptEndpoint receipts(ReceiptDesk desk, Clock clock) {
        return new ReceiptEndpoint(desk, clock);
    }

    @Singleton
    ReceiptDesk desk(
            EntrySearch entries,
            Registry registry,
            SignedJournals journals,
            JournalTree tree,
            ReceiptTrust trust,
            StatementSigner signer,
            Clock clock) {
        return new ReceiptDesk(new ShownEntries(entries, registry), journals, tree, trust, signer, clock);
    }

    @Singleton
    ReceiptTrust trust(NodeIdentity identity, NodeTrust trust) {
        return new ReceiptTrust(identity, trust);
    }
}
