package org.liptako.node;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import org.liptako.node.campaign.CampaignRunner;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.Settings;
import org.liptako.node.config.SettingsReader;
import org.liptako.node.console.entry.ConsolePorts;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.courier.key.KeyRetirement;
import org.liptako.node.exchange.keyend.KeyEndDesk;
import org.liptako.node.exchange.recognition.RecognisedStore;
import org.liptako.node.exchange.repair.RepairWatch;
import org.liptako.node.exchange.transfer.TransferRunner;
import org.liptako.node.exchange.unsealing.RestoreDesk;
import org.liptako.node.identity.CallServer;
import org.liptako.node.identity.CredentialWatch;
import org.liptako.node.identity.PublicationWatch;
import org.liptako.node.inquiry.InquiryTrim;
import org.liptako.node.journal.restore.JournalRestore;
import org.liptako.node.journal.restore.RestoreWatch;
import org.liptako.node.journal.tree.TreeKeeper;
import org.liptako.node.operations.Departure;
import org.liptako.node.operations.Drain;
import org.liptako.node.operations.availability.AvailabilityWatch;
import org.liptako.node.operations.publishing.JournalPublisher;
import org.liptako.node.peer.CheckpointRounds;
import org.liptako.node.peer.NodeRenewal;
import org.liptako.node.peer.PeerWatch;
import org.liptako.node.peer.TrustGossip;
import org.liptako.node.peer.WitnessRounds;
import org.liptako.node.placement.PlacementRetry;
import org.liptako.node.placement.watch.Watch;
import org.liptako.node.possession.challenge.ChallengeWatch;
import org.liptako.node.possession.reconcile.ReconciliationWatch;
import org.liptako.node.registry.CustodyWatch;
import org.liptako.node.rulebook.EditionExchange;
import org.liptako.node.rulebook.RuleKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node, from its configuration to its end. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final ApplicationContext context;
    private final NodeCard card;

    private Node(ApplicationContext context, NodeCard card) {
        this.context = context;
        this.card = card;
    }

    /**
     * Starts a node and stays until an operator orders it to leave; a process that is told to end leaves too.
     *
     * @throws ConfigException if the configuration cannot be used
     */
    public static void run(Path config) throws InterruptedException {
        Node node = start(SettingsReader.read(config));
        // Told by the system or by an operator: it leaves in the same way.
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        node.stay();
    }

    /**
     * Starts a node; when this returns, it answers.
     *
     * @throws ConfigException if the configuration, or what it points to, cannot be used
     */
    public static Node start(Settings settings) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .singletons(
                        settings,
                        settings.node(),
                        settings.grpc(),
                        settings.console(),
                        settings.tls(),
                        settings.trust(),
                        settings.database(),
                        settings.rules(),
                        settings.exchange(),
                        settings.pace(),
                        settings.possession(),
                        settings.inquiry(),
                        settings.journal(),
                        settings.operations())
                .start();
        try {
            context.getBean(JournalRestore.class).begin();
            context.getBean(ProjectionUpkeep.class).bringUpToDate();
            context.getBean(RecognisedStore.class).start();
            context.getBean(PublicationWatch.class).start();
            context.getBean(NodeRenewal.class).makeReady();
            context.getBean(RestoreWatch.class).start();
            if (settings.rules().dir() == null) {
                context.getBean(RuleKeeper.class).start();
            }
            CallServer calls = context.getBean(CallServer.class);
            calls.start();
            context.getBean(TreeKeeper.class).start();
            context.getBean(JournalPublisher.class).start();
            context.getBean(CredentialWatch.class).start();
            context.getBean(TransferRunner.class).start();
            context.getBean(RepairWatch.class).start();
            context.getBean(KeyRetirement.class).start();
            context.getBean(KeyEndDesk.class).start();
            context.getBean(DatasetKeys.class).start();
            context.getBean(RestoreDesk.class).start();
            context.getBean(EmbeddedServer.class).start();
            ConsolePorts console = context.getBean(ConsolePorts.class);
            NodeCard card = NodeCard.of(settings.node(), calls.port(), console.clear(), console.https());
            card.write(settings.node().dataDir());
            context.getBean(CustodyWatch.class).start();
            context.getBean(TrustGossip.class).start();
            context.getBean(NodeRenewal.class).start();
            context.getBean(PeerWatch.class).start();
            context.getBean(WitnessRounds.class).start();
            context.getBean(CheckpointRounds.class).start();
            context.getBean(PlacementRetry.class).start();
            context.getBean(Watch.class).start();
            context.getBean(ReconciliationWatch.class).start();
            context.getBean(ChallengeWatch.class).start();
            context.getBean(CampaignRunner.class).start();
            context.getBean(InquiryTrim.class).start();
            if (settings.rules().dir() == null) {
                context.getBean(EditionExchange.class).start();
            }
            context.getBean(AvailabilityWatch.class).start();
            LOG.info("ready: {}", card);
            return new Node(context, card);
        } catch (RuntimeException failed) {
            context.close();
            throw configured(failed);
        }
    }

    /** What is wrong with the configuration, out of what the wiring has wrapped it in; any other failure as it is. */
    private static RuntimeException configured(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException refused) {
                return refused;
            }
        }
        return failed;
    }

    public NodeCard card() {
        return card;
    }

    /** Stays until an operator orders it to leave, and leaves. */
    void stay() throws InterruptedException {
        context.getBean(Drain.class).awaitOrder();
        close();
    }

    /** Leaves, and ends; once, and whoever comes meanwhile waits for that. */
    @Override
    public synchronized void close() {
        if (!context.isRunning()) {
            return;
        }
        try {
            context.getBean(Departure.class).leave();
        } finally {
            context.close();
        }
    }
}
