package org.liptako.node.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.rulebook.RuleTimeline.Stage;
import org.liptako.pki.evidence.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules by which the node judges in step with the editions that it holds.
 *
 * <p>Engines for what comes next are made before its instant, so nothing but the clock stands between one rule set and the next. What is published for at
 * once, and what another process of this State has taken, is in force as soon as its engines are ready. The journal is told of every change; one that is held,
 * as soon as it goes on.
 */
public final class RuleKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleKeeper.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** Longer than any call that began under the rules goes on. */
    private static final Duration FAREWELL = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final EditionStore store;
    private final RuleComposition composition;
    private final RuleEngines engines;
    private final RuleSets ruleSets;
    private final RuleSetProclamation proclamation;
    private final Clock clock;
    private final Map<Digest, Instant> leaving = new HashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-keeper").factory());
    private long known = -1;
    private Instant due = Instant.MAX;
    private Optional<Digest> proclaimed = Optional.empty();

    RuleKeeper(
            Jdbi jdbi,
            EditionStore store,
            RuleComposition composition,
            RuleEngines engines,
            RuleSets ruleSets,
            RuleSetProclamation proclamation,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.composition = composition;
        this.engines = engines;
        this.ruleSets = ruleSets;
        this.proclamation = proclamation;
        this.clock = clock;
    }

    /** Puts what is held in force, then looks every second; the root calls this before the node answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        keep();
        clockwork.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            keep();
        } catch (RuntimeException e) {
            // The database may be away: what is in memory stays in force, the next stage included.
            LOG.error("The rules could not be brought in step with the editions held.", e);
        }
    }

    /** Brings the rules in step; when this returns, what is held and due is in force. */
    synchronized void keep() {
        Instant now = clock.instant();
        retire(now);
        long held = jdbi.withHandle(store::count);
        if (held != known || !now.isBefore(due)) {
            EditionLines lines = jdbi.withHandle(store::lines);
            ruleSets.replace(timeline(lines, now), composition.words(lines));
            due = lines.nextChange(now).orElse(Instant.MAX);
            known = held;
        }
        RulesInForce current = ruleSets.inForce(now);
        Optional<Digest> digest = Optional.of(current.digest());
        if (!digest.equals(proclaimed) && proclamation.isFree()) {
            proclamation.proclaim(current);
            proclaimed = digest;
        }
    }

    private RuleTimeline timeline(EditionLines lines, Instant now) {
        RuleTimeline before = ruleSets.timeline();
        RulesInForce current = ready(lines, now);
        List<Stage> stages = new ArrayList<>();
        if (before.at(now).digest().equals(current.digest())) {
            stages.addAll(before.lately(now));
        } else {
            // At once, and for every question from now on: what was withdrawn must not answer for a minute ago.
            stages.add(new Stage(Instant.MIN, current));
        }
        Optional<Instant> change = lines.nextChange(now);
        change.ifPresent(at -> stages.add(new Stage(at, ready(lines, at))));
        RuleTimeline after = new RuleTimeline(stages);
        Set<Digest> staying =
                stages.stream().map(stage -> stage.rules().digest()).collect(Collectors.toSet());
        leaving.keySet().removeAll(staying);
        before.stages().stream()
                .map(stage -> stage.rules().digest())
                .filter(digest -> !staying.contains(digest))
                .forEach(digest -> leaving.put(digest, now.plus(FAREWELL)));
        return after;
    }

    private RulesInForce ready(EditionLines lines, Instant at) {
        RuleComposition.Composed composed = composition.at(lines, at);
        Digest digest = Digest.ofHex(composed.rules().digest());
        return ruleSets.of(digest)
                .orElseGet(
                        () -> new RulesInForce(composed.rules(), engines.engine(composed.rules()), composed.files()));
    }

    private void retire(Instant now) {
        leaving.entrySet().removeIf(entry -> {
            boolean gone = entry.getValue().isBefore(now);
            if (gone) {
                engines.retire(entry.getKey());
            }
            return gone;
        });
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
