package org.liptako.node.rulebook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.journal.Journal;
import org.liptako.node.registry.Registry;
import org.liptako.policy.rules.RuleSet;

/** Puts the rules in force when the node starts, and says so in the journal. */
@Factory
final class RulebookFactory {
    @Singleton
    @Bean(preDestroy = "close")
    RuleEngines engines(RulesConfig config, MeterRegistry meters) {
        return new RuleEngines(config, meters);
    }

    @Singleton
    RuleSets ruleSets(
            RulesConfig config, NodeConfig node, RuleEngines engines, Journal journal, Registry registry, Clock clock) {
        RulesDirectory directory = new RulesDirectory(config.dir(), node.demonstration());
        RuleSet rules = directory.load();
        RulesInForce inForce = new RulesInForce(rules, engines.engine(rules), directory.files(rules));
        new RuleSetProclamation(journal, registry).proclaim(inForce);
        return new RuleSets(inForce, clock);
    }

    @Singleton
    RulebookEndpoint endpoint(RuleSets ruleSets) {
        return new RulebookEndpoint(ruleSets);
    }
}
