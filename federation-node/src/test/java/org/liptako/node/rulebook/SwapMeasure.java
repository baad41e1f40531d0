package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.signed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.ManyRules;
import org.liptako.node.config.EngineChoice;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * How long ten thousand rules of each jurisdiction take from signature to force while questions are judged all the time, and that every answer is that of the
 * rule set in whose name it is given: into {@code target/measures/swap.md}. The second edition is silent on a copy that the others permit; the third was weighed at
 * this node before it was signed, as the procedure has it, the fourth was not;
 * {@code -Dliptako.swap.rules=N} takes fewer rules.
 */
@Tag("measure")
class SwapMeasure {
    private static final int RULES = Integer.getInteger("liptako.swap.rules", 10_000);
    private static final int CALLERS = 2;
    private static final Jurisdiction MALI = Jurisdiction.of("ML").orElseThrow();
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration AHEAD = Duration.ofSeconds(15);

    private final Clock clock = Clock.systemUTC();
    /** What was answered under each rule set. */
    private final Map<String, Set<Boolean>> said = new ConcurrentHashMap<>();

    private final Set<String> mixed = ConcurrentHashMap.newKeySet();
    private final LongAdder answers = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    @ParameterizedTest
    @EnumSource(
            value = EngineChoice.class,
            names = {"EMBEDDED", "BOTH"})
    void ofTenThousandRulesUnderLoad(EngineChoice engine) throws Exception {
        try (TrialRulebook node = new TrialRulebook(State.ML, clock, engine)) {
            publish(node, Jurisdiction.AES, null, clock.instant(), ManyRules.file(Jurisdiction.AES, RULES));
            for (State peer : List.of(State.BF, State.NE)) {
                Jurisdiction theirs = Jurisdiction.of(peer.name()).orElseThrow();
                List<SourceFile> files = List.of(ManyRules.file(theirs, RULES));
                node.desk.take(signed(enactment(theirs, null, clock.instant(), clock.instant(), files), files), peer);
            }
            HeldEdition first = publish(node, MALI, null, clock.instant(), ManyRules.file(MALI, RULES));
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> callers = new ArrayList<>();
            Swaps swaps;
            try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    callers.add(threads.submit(() -> ask(node.ruleSets, over)));
                }
                try {
                    swaps = swapped(node, first);
                } finally {
                    over.set(true);
                }
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            write(engine, swaps);
            assertThat(said).isEqualTo(swaps.expected());
            assertThat(swaps.atOnce()).isLessThan(AT_MOST);
        }
        assertThat(mixed).isEmpty();
        assertThat(unanswered.sum()).isZero();
    }

    /**
     * What the swaps took.
     *
     * @param late at the instant of force
     * @param ready after publication, of what waits for its instant
     * @param foreseen after the weighing
     * @param atOnce from signature to force, once it was foreseen
     * @param never the same, of what was never weighed here
     * @param expected what is to be answered under each rule set
     */
    private record Swaps(
            Duration late,
            Duration ready,
            Duration foreseen,
            Duration atOnce,
            Duration never,
            Map<String, Set<Boolean>> expected) {}

    private Swaps swapped(TrialRulebook node, HeldEdition first) throws Exception {
        Map<String, Set<Boolean>> expected = new HashMap<>(Map.of(inForce(node), Set.of(true)));
        pause(Duration.ofSeconds(2));

        Instant published = clock.instant();
        HeldEdition second = publish(node, MALI, first, published.plus(AHEAD), ManyRules.file(MALI, RULES, 1));
        Duration ready = Duration.between(published, clock.instant());
        while (expected.containsKey(inForce(node))) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        Duration late = Duration.between(second.edition().inForceFrom(), clock.instant());
        expected.put(inForce(node), Set.of(false));

        SourceFile weighed = ManyRules.file(MALI, RULES - 1);
        Instant put = clock.instant();
        node.engines.foresee(node.proposed(MALI, List.of(weighed)));
        Duration foreseen = Duration.between(put, clock.instant());
        pause(Duration.ofSeconds(1));
        Instant signed = clock.instant();
        HeldEdition third = publish(node, MALI, second, signed, weighed);
        Duration atOnce = Duration.between(signed, clock.instant());
        expected.put(inForce(node), Set.of(true));

        SourceFile unseen = ManyRules.file(MALI, RULES - 2);
        pause(Duration.ofSeconds(1));
        signed = clock.instant();
        publish(node, MALI, third, signed, unseen);
        Duration never = Duration.between(signed, clock.instant());
        expected.put(inForce(node), Set.of(true));
        pause(Duration.ofSeconds(1));
        return new Swaps(late, ready, foreseen, atOnce, never, expected);
    }

    private static String inForce(TrialRulebook node) {
        return node.ruleSets.inForce().digest().hex();
    }

    /** The decision must be that of the rule set under which it is said to be made. */
    private void ask(RuleSets ruleSets, AtomicBoolean over) {
        while (!over.get()) {
            RulesInForce rules = ruleSets.inForce();
            switch (rules.engine().judge(facts())) {
                case Judgement.Decided decided -> {
                    Set<Boolean> known =
                            said.computeIfAbsent(decided.ruleSetDigest(), digest -> ConcurrentHashMap.newKeySet());
                    known.add(permits(decided.decision()));
                    if (known.size() > 1
                            || !decided.ruleSetDigest().equals(rules.digest().hex())) {
                        mixed.add(decided.toString());
                    }
                    answers.increment();
                }
                case Judgement.Undecided silent -> unanswered.increment();
            }
        }
    }

    private static boolean permits(Decision decision) {
        return decision.findings().getFirst().rules().contains("ML-0");
    }

    private Facts facts() {
        try {
            return new FactsReader(Vocabulary.standard()).read("""
                    {"at": "%s", "operation": "REPLICATE", "dataset": {"id": "ML-DS-001", "home": "ML"},
                     "target": {"site": "ML-BKO-1", "state": "ML", "tier": 3}, "copy": {"encrypted": true, "size_gb": 10}}
                    """.formatted(clock.instant()));
        } catch (FactsException e) {
            throw new AssertionError(e);
        }
    }

    private HeldEdition publish(
            TrialRulebook node, Jurisdiction jurisdiction, @Nullable HeldEdition before, Instant from, SourceFile file)
            throws Exception {
        List<SourceFile> files = List.of(file);
        return node.desk
                .publish(signed(enactment(jurisdiction, before, clock.instant(), from, files), files))
                .held();
    }

    private void write(EngineChoice engine, Swaps swaps) throws IOException {
        Path table = Files.createDirectories(Path.of("target", "measures")).resolve("swap.md");
        if (engine == EngineChoice.EMBEDDED) {
            Files.writeString(table, """
                    | engine | late at its instant (ms) | ready after publication (s) | ready after weighing (s) | signature to force, weighed (s) | never weighed here (s) | answers meanwhile | without an answer | mixed |
                    |---|---|---|---|---|---|---|---|---|
                    """);
        }
        String times = Stream.of(swaps.ready(), swaps.foreseen(), swaps.atOnce(), swaps.never())
                .map(time -> String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3))
                .collect(Collectors.joining(" | "));
        Files.writeString(
                table,
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %,d | %d | %d |%n",
                        engine.word(),
                        swaps.late().toMillis(),
                        times,
                        answers.sum(),
                        unanswered.sum(),
                        mixed.size()),
                StandardOpenOption.APPEND);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
