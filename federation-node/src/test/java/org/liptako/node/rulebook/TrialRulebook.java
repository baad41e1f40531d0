package org.liptako.node.rulebook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.RulesConfig;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;

/** The rulebook room of one State's node, on a PostgreSQL database of its own. */
final class TrialRulebook implements AutoCloseable {
    final NodeTrust trust;
    final Journal journal;
    final RuleSets ruleSets;
    final RuleKeeper keeper;
    final EditionDesk desk;
    final SigningDesk signing;
    final RemovalDesk removals;
    final LoadedRules loaded = new LoadedRules();
    final RuleEngines engines;
    final Path copies = temporary();

    private final TestDatabase database = TestDatabase.fresh();
    private final EditionStore store = new EditionStore();
    private final RuleComposition composition;
    private final Registry registry;
    private final Clock clock;

    TrialRulebook(State state, Clock clock) {
        this(state, clock, EngineChoice.EMBEDDED);
    }

    TrialRulebook(State state, Clock clock, EngineChoice engine) {
        this(state, clock, new RulesConfig(null, engine, null));
    }

    TrialRulebook(State state, Clock clock, RulesConfig rules) {
        engines =
                new RuleEngines(rules, new EngineFailures(new SimpleMeterRegistry(), clock), new SimpleMeterRegistry());
        trust = TrialTrust.of(TrialRegion.node(state, Clock.systemUTC()), temporary());
        journal = new Journal(database.jdbi(), state, clock, List.of(new RegistryProjection()));
        registry = new Registry(database.jdbi(), state, clock);
        composition = new RuleComposition(database.jdbi(), store, loaded, state);
        this.clock = clock;
        ruleSets = nothing();
        keeper = keeper(ruleSets, registry, clock);
        EditionQuorum quorum = new EditionQuorum(trust);
        EditionJudge judge = new EditionJudge(quorum, true, loaded);
        desk = new EditionDesk(database.jdbi(), store, judge, journal, keeper, new EditionCopies(copies));
        signing = new SigningDesk(database.jdbi(), store, judge, quorum, desk, new EditionSteps(journal), state, clock);
        removals = new RemovalDesk(database.jdbi(), new EditionSteps(journal));
        keeper.keep();
    }

    /** As another process of the same State, or the same after a restart, keeps its own memory in step. */
    RuleKeeper keeper(RuleSets sets, Registry registry, Clock clock) {
        return new RuleKeeper(
                database.jdbi(), store, composition, engines, sets, new RuleSetProclamation(journal, registry), clock);
    }

    /** What is in force after a restart, once what is held has been read. */
    RuleSets restarted() {
        RuleSets sets = nothing();
        keeper(sets, registry, clock).keep();
        return sets;
    }

    private RuleSets nothing() {
        RuleSet nothing = composition.at(EditionLines.NONE, clock.instant()).rules();
        return new RuleSets(new RulesInForce(nothing, engines.engine(nothing), Map.of()), clock);
    }

    /** What the State's node answers about its rules. */
    RulebookEndpoint endpoint() {
        return new RulebookEndpoint(
                ruleSets, desk, signing, archive(), new PeerRules(journal.state(), registry::ruleSet), clock);
    }

    /** The rules of any day. */
    RuleArchive archive() {
        return new RuleArchive(database.jdbi(), store);
    }

    /** The rule set in which these files stand for a jurisdiction's rules, as a weighing puts it together. */
    RuleSet proposed(Jurisdiction jurisdiction, List<SourceFile> files) {
        return new RuleProposal(Set.of(jurisdiction), files).over(ruleSets.inForce(), loaded);
    }

    /** Why the desk refuses; null if it does not. */
    @Nullable
    EditionRefusal refusal(SignedEdition signed) {
        try {
            desk.publish(signed);
            return null;
        } catch (RefusedEditionException refused) {
            return refused.refusal();
        }
    }

    /** All that this State has journaled of a kind, in order. */
    <E extends JournalEvent> List<E> journaled(Class<E> type) {
        return journal.read(0, 1_000).stream()
                .map(JournalEntry::opening)
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        keeper.close();
        engines.close();
        database.close();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liptako-rulebook");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
