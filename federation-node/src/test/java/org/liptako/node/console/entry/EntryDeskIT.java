package org.liptako.node.console.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.console.entry.Entry.Entered;
import org.liptako.node.console.entry.Entry.Refused;
import org.liptako.node.console.entry.SessionState.Ended;
import org.liptako.node.console.entry.SessionState.None;
import org.liptako.node.console.entry.SessionState.Open;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** Entries and sessions of two processes on one PostgreSQL, on a clock that the test moves. */
class EntryDeskIT {
    private static final String HERE = "127.0.0.1";
    private static final Party OPERATOR = TrialRegion.someone(State.ML, Role.OPERATOR);
    private static final List<X509Certificate> CHAIN = TrialRegion.of(OPERATOR).chain();
    private static final Caller CALLER = new Caller(OPERATOR, "f".repeat(64), "e".repeat(64));

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final OneProcess first = new OneProcess();
    private final OneProcess second = new OneProcess();
    private boolean believed = true;
    private Caller caller = CALLER;

    /** One process's part. */
    private final class OneProcess {
        private final EntryLog log = new EntryLog(new SimpleMeterRegistry());
        private final Admission admission = new Admission(EntryDeskIT.this::callerOf, State.ML);
        private final Sessions sessions = new Sessions(new SessionStore(database.jdbi()), admission, log, clock);
        private final EntryDesk desk = new EntryDesk(new LinkStore(database.jdbi()), sessions, admission, log, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLinkLetsItsBearerInOnce() {
        String link = link();

        assertThat(first.desk.party(link)).contains(OPERATOR);
        assertThat(first.desk.party(link)).as("looking uses nothing up").contains(OPERATOR);
        assertThat(first.desk.enter(link, HERE))
                .asInstanceOf(type(Entered.class))
                .satisfies(entered -> assertThat(entered.caller()).isEqualTo(CALLER));
        assertThat(first.desk.party(link)).isEmpty();
        assertThat(first.desk.enter(link, HERE)).isEqualTo(new Refused(EntryRefusal.LINK_USED));
    }

    @Test
    void oneOfManyWhoUseALinkAtOnceInTwoProcessesIsLetIn() throws Exception {
        String link = link();
        List<Callable<Entry>> attempts = Stream.of(first, second, first, second, first, second)
                .<Callable<Entry>>map(process -> () -> process.desk.enter(link, HERE))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
            List<Future<Entry>> outcomes = threads.invokeAll(attempts);

            assertThat(outcomes)
                    .extracting(Future::resultNow)
                    .filteredOn(Entered.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void aLinkThatNobodyUsedInTimeIsVoid() {
        String link = link();

        clock.advance(EntryDesk.LINK_LIVES);

        assertThat(first.desk.party(link)).isEmpty();
        assertThat(first.desk.enter(link, HERE)).isEqualTo(new Refused(EntryRefusal.LINK_EXPIRED));
    }

    @Test
    void aNewLinkMakesTheOneBeforeVoid() {
        String before = link();
        String now = link();

        assertThat(first.desk.enter(before, HERE)).isEqualTo(new Refused(EntryRefusal.LINK_UNKNOWN));
        assertThat(second.desk.enter(now, HERE)).isInstanceOf(Entered.class);
    }

    @Test
    void whoeverGuessesIsNotListenedToForAMinute() {
        String link = link();
        for (int each = 0; each < Attempts.MOST_REFUSALS; each++) {
            assertThat(first.desk.enter(Secret.fresh().value(), HERE))
                    .isEqualTo(new Refused(EntryRefusal.LINK_UNKNOWN));
        }

        assertThat(first.desk.enter(link, HERE)).isEqualTo(new Refused(EntryRefusal.TOO_MANY));
        assertThat(first.desk.party(link)).as("looking goes on").contains(OPERATOR);
        clock.advance(Attempts.WINDOW);
        assertThat(first.desk.enter(link, HERE)).isInstanceOf(Entered.class);
    }

    @Test
    void whoeverLooksAtWrongLinksIsListenedToAsBefore() {
        for (int each = 0; each <= Attempts.MOST_REFUSALS; each++) {
            assertThat(first.desk.party(Secret.fresh().value())).isEmpty();
        }

        assertThat(first.desk.enter(link(), HERE)).isInstanceOf(Entered.class);
    }

    @Test
    void aCertificateThatWasRevokedMeanwhileLetsNobodyIn() {
        String link = link();
        believed = false;

        assertThat(first.desk.party(link)).isEmpty();
        assertThat(first.desk.enter(link, HERE)).isEqualTo(new Refused(EntryRefusal.CERTIFICATE_REFUSED));
        believed = true;
        assertThat(first.desk.enter(link, HERE)).as("it is used up").isEqualTo(new Refused(EntryRefusal.LINK_USED));
    }

    @Test
    void aCertificateThatABrowserShowsLetsItsBearerIn() {
        assertThat(first.desk.party(CHAIN)).contains(OPERATOR);
        assertThat(first.desk.enter(CHAIN, HERE))
                .asInstanceOf(type(Entered.class))
                .satisfies(entered ->
                        assertThat(second.sessions.of(entered.cookie().value())).isInstanceOf(Open.class));
        assertThat(first.desk.enter(List.of(), HERE)).isEqualTo(new Refused(EntryRefusal.NO_CERTIFICATE));
    }

    @Test
    void aCertificateOfAnotherStateOrOfAMachineLetsNobodyIn() {
        for (Party stranger :
                List.of(TrialRegion.someone(State.NE, Role.OPERATOR), TrialRegion.someone(State.ML, Role.SYSTEM))) {
            caller = new Caller(stranger, "f".repeat(64), "e".repeat(64));

            assertThat(first.desk.party(CHAIN)).isEmpty();
            assertThat(first.desk.enter(CHAIN, HERE)).isEqualTo(new Refused(EntryRefusal.STRANGER));
        }
    }

    @Test
    void aSessionIsKnownToEveryProcessUntilItsBearerLeaves() {
        String cookie = cookie();

        assertThat(second.sessions.of(cookie))
                .asInstanceOf(type(Open.class))
                .satisfies(open -> assertThat(open.session().caller()).isEqualTo(CALLER));
        second.sessions.leave(cookie);
        assertThat(first.sessions.of(cookie)).isEqualTo(new None());
    }

    @Test
    void aSessionEndsAtTheFirstPageAfterItsCertificateIsBelievedNoLonger() {
        String cookie = cookie();
        believed = false;

        assertThat(first.sessions.of(cookie)).isEqualTo(new Ended(EntryRefusal.CERTIFICATE_REFUSED));
        believed = true;
        assertThat(second.sessions.of(cookie)).as("for good").isEqualTo(new None());
    }

    @Test
    void aSessionInWhichNothingIsDoneEnds() {
        String idle = cookie();
        String busy = cookie();

        clock.advance(Sessions.IDLE.minusMinutes(1));
        assertThat(first.sessions.of(busy)).isInstanceOf(Open.class);
        clock.advance(Duration.ofMinutes(1));

        assertThat(first.sessions.of(idle)).isEqualTo(new Ended(EntryRefusal.IDLE));
        assertThat(second.sessions.of(busy)).isInstanceOf(Open.class);
    }

    @Test
    void noSessionIsLongerThanOneMayBe() {
        String cookie = cookie();
        Instant end = clock.instant().plus(Sessions.LONGEST);
        while (clock.instant().plus(Duration.ofMinutes(10)).isBefore(end)) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(first.sessions.of(cookie)).isInstanceOf(Open.class);
        }

        clock.set(end);

        assertThat(first.sessions.of(cookie)).isEqualTo(new Ended(EntryRefusal.OVER));
    }

    @Test
    void theOldestOfManySessionsOfOneCertificateMakesRoom() {
        String oldest = cookie();
        clock.advance(Duration.ofSeconds(1));
        for (int each = 0; each < 5; each++) {
            cookie();
        }

        assertThat(first.sessions.of(oldest)).isEqualTo(new None());
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        String link = link();
        String cookie = cookie();

        assertThat(rows("console_link") + rows("console_session"))
                .isNotEmpty()
                .doesNotContain(link)
                .doesNotContain(cookie);
    }

    private String rows(String table) {
        List<String> rows = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT row_to_json(t)::text FROM " + table + " t")
                        .mapTo(String.class)
                        .list());
        return String.join("\n", rows);
    }

    private String link() {
        return first.desk.open(CALLER, CHAIN).secret().value();
    }

    private String cookie() {
        return ((Entered) first.desk.enter(link(), HERE)).cookie().value();
    }

    private Caller callerOf(List<X509Certificate> chain) {
        if (!believed) {
            throw Failure.of(ErrorCode.CALLER_UNTRUSTED, "Le certificat est révoqué.", "The certificate is revoked.");
        }
        assertThat(chain).isEqualTo(CHAIN);
        return caller;
    }
}
