package org.liptako.node;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.peer.RunningNode;
import org.liptako.node.rulebook.RuleSets;

/** What the node tells of itself to whoever asks. */
@Factory
final class SelfDescriptionFactory {

    @Singleton
    RunningNode.Source running(RuleSets ruleSets, RulesConfig rules) {
        String version = Optional.ofNullable(Node.class.getPackage().getImplementationVersion())
                .orElse("development");
        return () -> new RunningNode(
                version,
                rules.engine().word(),
                ruleSets.inForce().digest().hex(),
                ruleSets.vocabularies().stream()
                        .map(known -> new RunningNode.KnownWords(known.version(), known.digest()))
                        .toList());
    }
}
