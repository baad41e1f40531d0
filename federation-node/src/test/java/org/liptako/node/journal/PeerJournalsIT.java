package org.liptako.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

class PeerJournalsIT {
    private static final Instant AT = Instant.parse("2026-07-01T08:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalEvent> seen = new ArrayList<>();
    private final Journal own = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of());
    private final PeerJournals peers =
            new PeerJournals(database.jdbi(), own, Clock.systemUTC(), FakeStatements.VERIFIER, List.of(new Noting()));
    private final List<JournalEntry> niger = List.of(entry(0, "a"), entry(1, "b"), entry(2, "c"));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesWhatThePeerHasSignedAndProjectsIt() {
        peers.follow(State.NE, 0, niger.subList(0, 2), head(State.NE, niger.subList(0, 2)));
        peers.follow(State.NE, 2, niger.subList(2, 3), head(State.NE, niger));

        assertThat(seen).hasSize(3);
        JournalStatus status = peers.status(State.NE);
        assertThat(status.chain()).isEqualTo(chain(niger));
        assertThat(status.reachable()).isTrue();
        assertThat(status.lastHeard()).isPresent();
        assertThat(own.chain().length()).isZero();
    }

    @Test
    void aPeerThatFallsSilentKeepsTheTimeAtWhichItWasLastHeard() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));

        peers.silent(State.NE);

        assertThat(peers.status(State.NE).reachable()).isFalse();
        assertThat(peers.status(State.NE).lastHeard()).isPresent();
        assertThat(peers.status(State.BF).lastHeard()).isEmpty();
    }

    @Test
    void entriesGivenAgainAreComparedAndNotProjectedAgain() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));

        peers.follow(State.NE, 0, niger, head(State.NE, niger));

        assertThat(seen).hasSize(3);
    }

    @Test
    void aWithheldPayloadIsKeptAsItsCommitment() {
        List<JournalEntry> withheld =
                List.of(new JournalEntry(0, niger.getFirst().commitment(), null), niger.get(1));

        peers.follow(State.NE, 0, withheld, head(State.NE, withheld));

        assertThat(seen).hasSize(1);
        assertThat(peers.status(State.NE).chain().length()).isEqualTo(2);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.code()).isEqualTo(ErrorCode.PAYLOAD_WITHHELD.name());
            assertThat(alarm.words().en()).contains("The payload of entry 0 of the journal of Niger was withheld");
        });
    }

    @Test
    void aStretchOfWithheldPayloadsIsToldOnceHoweverItComes() {
        List<JournalEntry> withheld = niger.stream()
                .map(entry -> entry.index() == 0 ? entry : new JournalEntry(entry.index(), entry.commitment(), null))
                .toList();

        peers.follow(State.NE, 0, withheld.subList(0, 2), head(State.NE, withheld.subList(0, 2)));
        peers.follow(State.NE, 2, withheld.subList(2, 3), head(State.NE, withheld));
        peers.follow(State.NE, 0, withheld, head(State.NE, withheld));

        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words().en()).contains("entry 1 of the journal of Niger"));
    }

    @Test
    void nothingIsKeptOfAWithheldPayloadWithoutItsAlarm() {
        List<JournalEntry> withheld =
                List.of(niger.getFirst(), new JournalEntry(1, niger.get(1).commitment(), null));
        AtomicBoolean killed = new AtomicBoolean(true);
        Journal mortal = new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new Mortal(killed)));
        PeerJournals following =
                new PeerJournals(database.jdbi(), mortal, Clock.systemUTC(), FakeStatements.VERIFIER, List.of());

        assertThatThrownBy(() -> following.follow(State.NE, 0, withheld, head(State.NE, withheld)))
                .hasMessage("killed");
        assertThat(peers.status(State.NE).chain().length()).isZero();
        killed.set(false);
        following.follow(State.NE, 0, withheld, head(State.NE, withheld));

        assertThat(peers.status(State.NE).chain()).isEqualTo(chain(withheld));
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.words().en()).contains("entry 1 of the journal of Niger"));
    }

    @Test
    void aWithheldPayloadWaitsForAHeldJournalThatIsToTellOfIt() {
        List<JournalEntry> withheld =
                List.of(new JournalEntry(0, niger.getFirst().commitment(), null));
        own.hold().hold(new Sentence("La base est plus ancienne.", "The database is older."));

        assertThatThrownBy(() -> peers.follow(State.NE, 0, withheld, head(State.NE, withheld)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));
        assertThat(peers.status(State.NE).chain().length()).isZero();
        own.hold().release();
        peers.follow(State.NE, 0, withheld, head(State.NE, withheld));

        assertThat(alarms()).hasSize(1);
    }

    @Test
    void aSecretPayloadIsNoAlarmAndIsReadOnceItComes() {
        List<JournalEntry> secret = List.of(niger.getFirst(), niger.get(1).asSecret(), niger.get(2));

        peers.follow(State.NE, 0, secret, head(State.NE, niger));

        assertThat(seen).hasSize(2);
        assertThat(peers.unopened(State.NE, 10)).containsExactly(1L);
        peers.follow(State.NE, 3, List.of(niger.get(1)), head(State.NE, niger));
        peers.follow(State.NE, 3, List.of(niger.get(1)), head(State.NE, niger));

        assertThat(seen).hasSize(3);
        assertThat(peers.unopened(State.NE, 10)).isEmpty();
        assertThat(peers.entry(State.NE, 1)).contains(niger.get(1));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatOpensAnotherCommitmentOpensNothing() {
        peers.follow(State.NE, 0, List.of(niger.getFirst().asSecret()), head(State.NE, niger.subList(0, 1)));
        JournalEntry forged = new JournalEntry(
                0, niger.getFirst().commitment(), niger.get(1).opened().orElseThrow());

        refused(
                () -> peers.follow(State.NE, 1, List.of(forged), head(State.NE, niger.subList(0, 1))),
                "is not what was committed to");

        assertThat(peers.unopened(State.NE, 10)).containsExactly(0L);
    }

    @Test
    void theDatabaseLetsACommitmentBeOpenedOnceAndNothingElseBeChanged() {
        peers.follow(State.NE, 0, List.of(niger.getFirst().asSecret()), head(State.NE, niger.subList(0, 1)));
        String opening = "UPDATE journal_entry SET salt = decode(repeat('00', 32), 'hex'), payload = '{}'";

        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(opening)))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute(
                                opening + ", opened_at = now(), commitment = decode(repeat('00', 32), 'hex')")))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute("DELETE FROM journal_entry")))
                .hasMessageContaining("never changed");
        peers.follow(State.NE, 1, List.of(niger.getFirst()), head(State.NE, niger.subList(0, 1)));
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(opening + ", opened_at = now()")))
                .hasMessageContaining("never changed");
    }

    @Test
    void refusesAForkAndRaisesAnAlarm() {
        peers.follow(State.NE, 0, niger.subList(0, 2), head(State.NE, niger.subList(0, 2)));
        List<JournalEntry> forked = List.of(niger.get(0), entry(1, "another b"), niger.get(2));

        refused(
                () -> peers.follow(State.NE, 2, forked.subList(2, 3), head(State.NE, forked)),
                "or one before it was changed");
        refused(() -> peers.follow(State.NE, 0, forked, head(State.NE, forked)), "no longer the one that was read");

        assertThat(peers.status(State.NE).chain().length()).isEqualTo(2);
        assertThat(alarms()).hasSize(2);
    }

    @Test
    void refusesARewindAndRaisesOneAlarmHoweverOftenItIsTried() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));
        SignedStatement shorter = head(State.NE, niger.subList(0, 2));

        refused(() -> peers.follow(State.NE, 3, List.of(), shorter), "gone from the journal");
        refused(() -> peers.follow(State.NE, 3, List.of(), shorter), "gone from the journal");

        assertThat(peers.status(State.NE).chain()).isEqualTo(chain(niger));
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.about()).isEqualTo(State.NE));
    }

    @Test
    void anAlarmThatAHeldJournalDoesNotTakeIsRaisedAgain() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));
        SignedStatement shorter = head(State.NE, niger.subList(0, 2));
        own.hold().hold(new Sentence("La base est plus ancienne.", "The database is older."));
        assertThatThrownBy(() -> peers.follow(State.NE, 3, List.of(), shorter))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_READY));

        own.hold().release();
        refused(() -> peers.follow(State.NE, 3, List.of(), shorter), "gone from the journal");

        assertThat(alarms()).hasSize(1);
    }

    @Test
    void whatAnotherProcessHasReadMeanwhileIsNoRewind() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));

        peers.follow(State.NE, 0, niger.subList(0, 2), head(State.NE, niger.subList(0, 2)));
        peers.follow(State.NE, 2, List.of(), head(State.NE, niger.subList(0, 2)));

        assertThat(peers.status(State.NE).chain()).isEqualTo(chain(niger));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void anOlderHeadOverOtherEntriesIsAFork() {
        peers.follow(State.NE, 0, niger, head(State.NE, niger));
        List<JournalEntry> forked = List.of(niger.get(0), entry(1, "another b"));

        refused(() -> peers.follow(State.NE, 1, List.of(), head(State.NE, forked)), "or one before it was changed");
    }

    @Test
    void refusesAPayloadThatIsNotTheOneCommittedTo() {
        JournalEntry swapped =
                new JournalEntry(0, niger.get(0).commitment(), niger.get(1).opening());

        refused(
                () -> peers.follow(State.NE, 0, List.of(swapped), head(State.NE, List.of(swapped))),
                "not what was committed to");

        assertThat(seen).isEmpty();
    }

    @Test
    void refusesAHeadThatAnotherStateSigned() {
        SignedStatement foreign = FakeStatements.of(State.BF)
                .sign(JournalHead.CONTEXT, head(State.NE, niger).payload());

        assertThatThrownBy(() -> peers.follow(State.NE, 0, niger, foreign))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_INVALID));
        assertThat(peers.status(State.NE).chain()).isEqualTo(HashChain.EMPTY);
    }

    @Test
    void refusesAGapWithoutAnAlarm() {
        assertThatThrownBy(() -> peers.follow(State.NE, 0, niger.subList(1, 3), head(State.NE, niger)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void anEntryOfATypeThatThisVersionDoesNotKnowIsKeptAndPassedOver() {
        Opening unknown = new Opening(
                Salt.draw(new SecureRandom()), "{\"type\":\"OF_THE_FUTURE\",\"at\":\"2026-07-01T08:00:00Z\"}");
        List<JournalEntry> entries = List.of(new JournalEntry(0, unknown.commitment(), unknown), niger.get(1));

        peers.follow(State.NE, 0, entries, head(State.NE, entries));

        assertThat(seen).hasSize(1);
        assertThat(peers.status(State.NE).chain().length()).isEqualTo(2);
    }

    private static void refused(Runnable act, String because) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.JOURNAL_CONTRADICTS);
            assertThat(failure.sentence().en()).contains(because);
        });
    }

    private List<AlarmRaised> alarms() {
        return own.read(0, 100).stream()
                .map(entry -> (AlarmRaised)
                        JournalJson.event(entry.opened().orElseThrow().payload())
                                .orElseThrow())
                .toList();
    }

    private static JournalEntry entry(long index, String reference) {
        HoldRecorded event = new HoldRecorded(AT, new DatasetId("NE-DS-001"), true, reference);
        Opening opening = new Opening(Salt.draw(new SecureRandom()), JournalJson.write(event));
        return new JournalEntry(index, opening.commitment(), opening);
    }

    private static HashChain chain(List<JournalEntry> entries) {
        HashChain chain = HashChain.EMPTY;
        for (JournalEntry entry : entries) {
            chain = chain.append(entry.commitment());
        }
        return chain;
    }

    private static SignedStatement head(State state, List<JournalEntry> entries) {
        HashChain chain = chain(entries);
        JournalHead head = new JournalHead(state, chain.length(), chain.head(), AT);
        return FakeStatements.of(state)
                .sign(JournalHead.CONTEXT, JournalJson.write(head).getBytes(StandardCharsets.UTF_8));
    }

    private final class Noting implements JournalProjection {
        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            seen.add(event);
        }

        @Override
        public void clear(Handle handle) {
            seen.clear();
        }
    }

    /** A process that is killed while it journals an alarm. */
    private record Mortal(AtomicBoolean killed) implements JournalProjection {
        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            if (killed.get()) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void clear(Handle handle) {}
    }
}
