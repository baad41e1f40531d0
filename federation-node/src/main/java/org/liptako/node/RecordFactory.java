package org.liptako.node;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.campaign.ErasureSignatures;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalHeads;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.receipt.SignedErasures;
import org.liptako.node.registry.CatalogueImport;
import org.liptako.node.registry.CustodyWatch;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.registry.WordsInUse;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** The record: journals and what is read from them. */
@Factory
final class RecordFactory {
    @Singleton
    Journal journal(Jdbi jdbi, NodeConfig node, Clock clock, List<JournalProjection> projections) {
        return new Journal(jdbi, node.state(), clock, projections);
    }

    @Singleton
    JournalHeads heads(Jdbi jdbi, Journal journal, StatementSigner signer) {
        return new JournalHeads(jdbi, journal, signer);
    }

    @Singleton
    PeerJournals peerJournals(
            Jdbi jdbi, Journal journal, Clock clock, StatementVerifier verifier, List<JournalProjection> projections) {
        return new PeerJournals(jdbi, journal, clock, verifier, projections);
    }

    @Singleton
    Registry registry(Jdbi jdbi, NodeConfig node, Clock clock) {
        return new Registry(jdbi, node.state(), clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    CustodyWatch custody(Jdbi jdbi, Journal journal, NodeTrust trust, NodeIdentity identity) {
        return new CustodyWatch(jdbi, journal, trust, identity);
    }

    @Singleton
    Registers registers(Jdbi jdbi, Clock clock) {
        return new Registers(jdbi, clock);
    }

    @Singleton
    WordsInUse words(RuleSets ruleSets) {
        return () -> ruleSets.inForce().ruleSet().vocabulary();
    }

    @Singleton
    CatalogueImport catalogueImport(Jdbi jdbi, Journal journal, Registry registry, WordsInUse words) {
        return new CatalogueImport(jdbi, journal, registry, words);
    }

    /** Receipts know of no campaigns. */
    @Singleton
    SignedErasures signedErasures(ErasureSignatures signatures) {
        return signatures::entries;
    }

    @Singleton
    RegistryCoverage coverage(PeerJournals journals, WitnessedSizes witnessed) {
        return new RegistryCoverage(journals, witnessed::of);
    }
}
