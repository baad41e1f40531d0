package org.liptako.node.rulebook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.peer.PeerDirectory;
import org.liptako.node.registry.Registry;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the rules in force when the node starts, says so in the journal, and keeps them in step from then on. */
@Factory
final class RulebookFactory {
    private static final Logger LOG = LoggerFactory.getLogger(RulebookFactory.class);

    private final EditionStore store = new EditionStore();

    @Singleton
    @Bean(preDestroy = "close")
    RuleEngines engines(RulesConfig config, EngineFailures failures, MeterRegistry meters) {
        return new RuleEngines(config, failures, meters);
    }

    @Singleton
    @Bean(preDestroy = "close")
    ForeseenRules foreseen(RuleEngines engines) {
        return new ForeseenRules(engines);
    }

    @Singleton
    EngineFailures failures(MeterRegistry meters, Clock clock) {
        return new EngineFailures(meters, clock);
    }

    @Singleton
    RuleSetProclamation proclamation(Journal journal, Registry registry) {
        return new RuleSetProclamation(journal, registry);
    }

    @Singleton
    LoadedRules loaded() {
        return new LoadedRules();
    }

    @Singleton
    RuleComposition composition(Jdbi jdbi, NodeConfig node, LoadedRules loaded) {
        return new RuleComposition(jdbi, store, loaded, node.state());
    }

    @Singleton
    RuleArchive archive(Jdbi jdbi) {
        return new RuleArchive(jdbi, store);
    }

    @Singleton
    RuleSets ruleSets(
            RulesConfig config,
            RuleEngines engines,
            RuleComposition composition,
            RuleArchive archive,
            RuleSetProclamation proclamation,
            Clock clock) {
        Path unsigned = config.dir();
        RulesInForce inForce = unsigned == null ? none(engines, composition, clock) : directory(unsigned, engines);
        if (unsigned != null) {
            archive.keepUnsigned(inForce, new RulesDirectory(unsigned).vocabulary());
            proclamation.proclaimWhenFree(inForce);
        }
        return new RuleSets(inForce, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    RuleKeeper keeper(
            Jdbi jdbi,
            RuleComposition composition,
            RuleEngines engines,
            RuleSets ruleSets,
            RuleSetProclamation proclamation,
            Clock clock) {
        return new RuleKeeper(jdbi, store, composition, engines, ruleSets, proclamation, clock);
    }

    @Singleton
    EditionDesk desk(
            Jdbi jdbi, NodeConfig node, NodeTrust trust, Journal journal, RuleKeeper keeper, LoadedRules loaded) {
        EditionJudge judge = new EditionJudge(new EditionQuorum(trust), node.demonstration(), loaded);
        EditionCopies copies = new EditionCopies(node.dataDir().resolve("rules"));
        return new EditionDesk(jdbi, store, judge, journal, keeper, copies);
    }

    @Singleton
    SigningDesk signing(
            Jdbi jdbi,
            NodeConfig node,
            RulesConfig config,
            NodeTrust trust,
            EditionDesk desk,
            EditionSteps steps,
            LoadedRules loaded,
            Clock clock) {
        EditionQuorum quorum = new EditionQuorum(trust);
        return new SigningDesk(
                jdbi,
                store,
                new EditionJudge(quorum, node.demonstration(), loaded),
                quorum,
                config.dir() == null ? desk : new UnsignedRules(),
                steps,
                node.state(),
                clock);
    }

    @Singleton
    EditionSteps steps(Journal journal) {
        return new EditionSteps(journal);
    }

    @Singleton
    ProposedChanges proposedChanges(Jdbi jdbi, RuleSets ruleSets, RulesConfig config, EditionDesk desk, Clock clock) {
        return new ProposedChanges(jdbi, ruleSets, config.dir() == null ? desk : new UnsignedRules(), clock);
    }

    @Singleton
    NextEditions nextEditions(
            NodeConfig node,
            RulesConfig config,
            NodeTrust trust,
            EditionDesk desk,
            SigningDesk signing,
            RuleSets ruleSets) {
        return new NextEditions(
                config.dir() == null ? desk : new UnsignedRules(),
                new EditionQuorum(trust),
                signing,
                ruleSets,
                node.state());
    }

    @Singleton
    RemovalDesk removal(Jdbi jdbi, EditionSteps steps) {
        return new RemovalDesk(jdbi, steps);
    }

    @Singleton
    @Bean(preDestroy = "close")
    EditionExchange exchange(PeerDirectory directory, PeerChannels channels, EditionDesk desk, Journal journal) {
        return new EditionExchange(
                directory.peers().stream().map(PeerConfig::state).toList(), channels, desk, journal);
    }

    @Singleton
    RulebookEndpoint endpoint(
            RuleSets ruleSets,
            RulesConfig config,
            EditionDesk desk,
            RuleArchive archive,
            SigningDesk signing,
            NodeConfig node,
            Registry registry,
            Clock clock) {
        return new RulebookEndpoint(
                ruleSets,
                config.dir() == null ? desk : new UnsignedRules(),
                signing,
                archive,
                new PeerRules(node.state(), registry::ruleSet),
                clock);
    }

    @Singleton
    WritingDesk writing(RuleSets ruleSets, LoadedRules loaded, Clock clock) {
        return new WritingDesk(ruleSets, loaded, clock);
    }

    @Singleton
    RuleLibrary library(RuleSets ruleSets, RulesConfig config, EditionDesk desk, Clock clock) {
        return new RuleLibrary(ruleSets, config.dir() == null ? desk : new UnsignedRules(), clock);
    }

    /** Nothing is permitted before the editions held are read. */
    private static RulesInForce none(RuleEngines engines, RuleComposition composition, Clock clock) {
        RuleSet nothing = composition.at(EditionLines.NONE, clock.instant()).rules();
        return new RulesInForce(nothing, engines.engine(nothing), Map.of());
    }

    private static RulesInForce directory(Path unsigned, RuleEngines engines) {
        LOG.warn(
                "UNSIGNED RULES: this demonstration judges by the files in {}, which nobody has signed. / RÈGLES NON SIGNÉES :"
                        + " cette démonstration juge d'après ces fichiers, que personne n'a signés.",
                unsigned);
        RulesDirectory directory = new RulesDirectory(unsigned);
        RuleSet rules = directory.load();
        return new RulesInForce(rules, engines.engine(rules), directory.files(rules));
    }
}
