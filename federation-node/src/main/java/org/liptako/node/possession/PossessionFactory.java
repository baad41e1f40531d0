package org.liptako.node.possession;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.peer.PeerDirectory;
import org.liptako.node.possession.challenge.AnswerCheck;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.ChallengeClient;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengePlan;
import org.liptako.node.possession.challenge.ChallengeWatch;
import org.liptako.node.possession.holding.HoldingStore;
import org.liptako.node.possession.reconcile.LookStore;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.possession.reconcile.ReconciliationWatch;
import org.liptako.node.possession.reconcile.Stock;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Puts the room together. */
@Factory
final class PossessionFactory {
    @Singleton
    ReconciliationDesk desk(
            SiteRecord own,
            Holdings holdings,
            TransferStore transfers,
            PeerJournals journals,
            VerifyDesk copies,
            PossessionConfig config) {
        Stock stock = new Stock(own, holdings.store(), holdings.published(), new HoldingStore(own.jdbi()), transfers);
        return new ReconciliationDesk(stock, journals, copies, new LookStore(own.jdbi()), config);
    }

    @Singleton
    ReconciliationEndpoint endpoint(SiteRecord own, ReconciliationDesk desk) {
        return new ReconciliationEndpoint(own.site(), desk);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ReconciliationWatch watch(ReconciliationDesk desk, PossessionConfig config, MeterRegistry metrics) {
        return new ReconciliationWatch(desk, config.reconcileEvery(), metrics);
    }

    @Singleton
    AnswerDesk answers(SiteRecord own, Holdings holdings) {
        return new AnswerDesk(own, holdings);
    }

    @Singleton
    ChallengePeerEndpoint peerEndpoint(AnswerDesk answers, StatementSigner signer) {
        return new ChallengePeerEndpoint(answers, signer);
    }

    @Singleton
    ChallengeDesk challenges(
            SiteRecord own,
            Holdings holdings,
            PeerChannels channels,
            StatementVerifier verifier,
            PossessionConfig config) {
        return new ChallengeDesk(
                own,
                holdings,
                new KnownCheckpoints(own.jdbi(), own.journal().state()),
                new ChallengeClient(channels, new AnswerCheck(verifier, own.clock())),
                config.challenges());
    }

    @Singleton
    @Bean(preDestroy = "close")
    ChallengeWatch challengeWatch(
            SiteRecord own, ChallengeDesk challenges, PeerDirectory peers, MeterRegistry metrics) {
        return new ChallengeWatch(
                challenges,
                new ChallengePlan(own.jdbi(), own.journal().state()),
                own.registry(),
                peers.sites(),
                own.clock(),
                metrics);
    }

    @Singleton
    ChallengeEndpoint challengeEndpoint(SiteRecord own, ChallengeDesk challenges, ChallengeWatch watch) {
        return new ChallengeEndpoint(own.site(), challenges, watch);
    }
}
