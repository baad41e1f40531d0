package org.liptako.node.journal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.NoteVerifier;
import org.liptako.pki.trust.EvidenceKeys;

/** Mali waits for its witnesses, Burkina Faso and Niger. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WitnessesIT {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Sentence CUT_OFF = new Sentence("coupé", "cut off");

    private final TestDatabase database = TestDatabase.fresh();
    private final Journal journal = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of());
    private final OwnCosignatures cosignatures = new OwnCosignatures(database.jdbi());
    private final NodeTrust trust = TrialLog.trust(State.ML);
    private final WitnessKeys keys = TrialLog.witness(State.ML, trust);
    private final WitnessReach reach = new WitnessReach();
    private final TrialLog log = new TrialLog(State.ML);
    private final Witnesses witnesses = of(1, Duration.ofMillis(300));

    @AfterEach
    void close() {
        witnesses.close();
        database.close();
    }

    @Test
    void anEntryIsWitnessedOnceAnotherStateHasCosignedIt() {
        append();
        assertThat(witnesses.standing().covers(1)).isFalse();

        cosign(State.NE);

        assertThat(witnesses.standing().size()).isEqualTo(1);
        assertThat(witnesses.lacking()).isEmpty();
        append();
        assertThat(witnesses.lacking())
                .hasValueSatisfying(words -> assertThat(words.en()).contains("witnessed up to 1 entry only"));
    }

    @Test
    void ofTwoThatAreNeededTheOneThatIsBehindCounts() {
        Witnesses two = of(2, Duration.ofMillis(300));
        append();
        cosign(State.NE);
        assertThat(two.standing().size()).isZero();

        cosign(State.BF);
        append();
        cosign(State.NE);

        assertThat(two.standing().size()).isEqualTo(1);
        assertThat(witnesses.standing().size()).isEqualTo(2);
    }

    @Test
    void whoeverWaitsUrgesAndHearsTheCosignature() {
        append();
        Witnesses patient = of(1, Duration.ofMinutes(1));
        AtomicInteger urged = new AtomicInteger();
        reach.onUrged(() -> {
            if (urged.getAndIncrement() == 0) {
                Thread.ofVirtual().start(() -> cosign(State.BF));
            }
        });

        assertThat(patient.lacking()).isEmpty();
        assertThat(urged).hasPositiveValue();
    }

    @Test
    void manyWaitUntilOneCosignatureAndALookThatFailsEndsNoWait() {
        append();
        AtomicInteger looks = new AtomicInteger();
        WitnessKeys failing = new WitnessKeys(
                State.ML,
                TrialRegion.ZONE,
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        throw new IllegalStateException("away");
                    }
                    return TrialLog.believed(trust).get();
                },
                null,
                Clock.systemUTC());
        Witnesses patient = new Witnesses(journal, cosignatures, failing, reach, 1, Duration.ofMillis(300));
        List<Thread> waiting = IntStream.range(0, 20)
                .mapToObj(number -> waiting(patient, new AtomicInteger()))
                .toList();

        await().atMost(Duration.ofSeconds(30)).until(() -> looks.get() > 5);
        assertThat(waiting).allMatch(Thread::isAlive);
        cosign(State.NE);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aNodeThatStopsEndsEveryWait() {
        append();
        AtomicInteger stopped = new AtomicInteger();
        List<Thread> waiting = IntStream.range(0, 5)
                .mapToObj(number -> waiting(witnesses, stopped))
                .toList();

        witnesses.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.stream().noneMatch(Thread::isAlive));
        assertThat(stopped).hasValue(5);
    }

    @Test
    void itIsSaidWhichWitnessIsMissingAndSinceWhen() {
        append();
        reach.fails(State.BF, CUT_OFF, NOON);
        reach.fails(State.BF, CUT_OFF, NOON.plusSeconds(60));
        assertThat(witnesses.absent()).as("Niger may still answer").isEmpty();

        reach.fails(State.NE, CUT_OFF, NOON.plusSeconds(90));

        assertThat(witnesses.absent())
                .hasValueSatisfying(words -> assertThat(words.en())
                        .contains(
                                "Burkina Faso has not witnessed since 2026-07-01T12:00:00Z (cut off)",
                                "Niger has not witnessed since 2026-07-01T12:01:30Z"));
        reach.answers(State.NE);
        assertThat(witnesses.absent()).isEmpty();
    }

    @Test
    void aCosignatureByAKeyThatTheTrustStateNoLongerListsCountsNoMore() {
        append();
        cosign(State.NE);
        AtomicInteger number = new AtomicInteger();
        WitnessKeys later = new WitnessKeys(
                State.ML,
                TrialRegion.ZONE,
                () -> number.get() == 0 ? TrialLog.believed(trust).get() : Optional.empty(),
                null,
                Clock.systemUTC());

        assertThat(later.counts(cosignatures.last(State.NE).orElseThrow())).isTrue();
        number.set(1);
        assertThat(later.counts(cosignatures.last(State.NE).orElseThrow())).isFalse();
    }

    @Test
    void aWitnessKeyThatItsStateHasRevokedCountsNoMoreThoughTheTrustStateListsIt() {
        append();
        cosign(State.NE);
        cosign(State.BF);
        X509Certificate revoked = TrialRegion.tree().witnessKey(State.NE).read().certificate();

        assertThat(trust.take(List.of(), TrialTrust.lists(1, List.of(revoked)))).isEmpty();

        assertThat(keys.counts(cosignatures.last(State.NE).orElseThrow())).isFalse();
        assertThat(keys.counts(cosignatures.last(State.BF).orElseThrow())).isTrue();
        assertThat(witnesses.standing().needed()).isEqualTo(1);
    }

    @Test
    void withoutAnyListedWitnessNobodyIsWaitedFor() {
        append();
        WitnessKeys none = new WitnessKeys(State.ML, TrialRegion.ZONE, Optional::empty, null, Clock.systemUTC());
        Witnesses unlisted = new Witnesses(journal, cosignatures, none, reach, 1);

        assertThat(unlisted.standing().needed()).isZero();
        assertThat(unlisted.lacking()).isEmpty();
    }

    private Witnesses of(int wanted, Duration patience) {
        return new Witnesses(journal, cosignatures, keys, reach, wanted, patience);
    }

    private static Thread waiting(Witnesses witnesses, AtomicInteger stopped) {
        return Thread.ofVirtual().start(() -> {
            try {
                witnesses.untilWitnessed();
            } catch (InterruptedException e) {
                stopped.incrementAndGet();
            }
        });
    }

    private void append() {
        journal.append(new AlarmRaised(journal.now(), "JOURNAL_CONTRADICTS", State.ML, CUT_OFF));
        log.with(1, "entry");
    }

    private void cosign(State witness) {
        Checkpoint checkpoint = log.checkpoint();
        Cosignature cosignature = NoteVerifier.cosignature(
                checkpoint.text(),
                TrialLog.signer(EvidenceKeys.witnessOf(witness)).sign(checkpoint, NOON),
                keys.witnessesOf(witness).getFirst());
        cosignatures.keep(witness, checkpoint, log.signed(), cosignature);
    }
}
