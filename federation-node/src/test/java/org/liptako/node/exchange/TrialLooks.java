package org.liptako.node.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.possession.holding.HoldingStore;
import org.liptako.node.possession.reconcile.LookStore;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.possession.reconcile.Stock;
import org.liptako.node.registry.Page;
import org.liptako.pki.name.State;

/** What a node says of its store and of the journals, of which Niger's is one that has sealed a copy of Mali's. */
abstract class TrialLooks extends CopyAtNiamey {
    static final ReconciliationDesk.Order QUICK = new ReconciliationDesk.Order(false, 100, true);
    static final ReconciliationDesk.Order BY_ITSELF = new ReconciliationDesk.Order(false, 100, false);
    static final Duration TWO_DAYS = Duration.ofDays(2);
    static final VersionRoot ANOTHER = new VersionRoot("ab".repeat(32));

    final List<HoldingFinding> told = new ArrayList<>();

    TrialLooks() {
        super(2);
    }

    @BeforeEach
    void nigerHasReadMalisJournal() {
        niger.record.hear(mali.record);
    }

    LookSum look(ReconciliationDesk.Order order) {
        return look(desk(niger, Duration.ZERO), order);
    }

    LookSum look(ReconciliationDesk desk, ReconciliationDesk.Order order) {
        return desk.look(order, stage -> {}, (finding, files) -> told.add(finding));
    }

    static ReconciliationDesk desk(TrialReceiver receiver, Duration ahead) {
        return desk(receiver.record, receiver.holdings(), receiver.verifyDesk(), ahead);
    }

    static ReconciliationDesk desk(TrialRecord record, Holdings holdings, Duration ahead) {
        return desk(record, holdings, new VerifyDesk(record.own(), holdings, FakeStatements.VERIFIER), ahead);
    }

    /** One whose clock is ahead. */
    static ReconciliationDesk desk(TrialRecord record, Holdings holdings, VerifyDesk verify, Duration ahead) {
        SiteRecord own = record.own();
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        SiteRecord later = new SiteRecord(own.site(), own.jdbi(), own.journal(), own.registry(), clock);
        PeerJournals peers = new PeerJournals(own.jdbi(), own.journal(), clock, FakeStatements.VERIFIER, List.of());
        Stock stock = new Stock(
                later,
                holdings.store(),
                holdings.published(),
                new HoldingStore(own.jdbi()),
                new TransferStore(own.jdbi(), clock));
        return new ReconciliationDesk(stock, peers, verify, new LookStore(own.jdbi()), PossessionConfig.USUAL);
    }

    /** As if a State's journal had been read then. */
    static void heard(TrialRecord record, State state, Instant at) {
        record.own()
                .jdbi()
                .useHandle(
                        handle -> handle.createUpdate("UPDATE journal_chain SET last_heard = :at WHERE state = :state")
                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                .bind("state", state.name())
                                .execute());
    }

    List<HoldingFinding> journaled() {
        return niger.record.journaled(HoldingFound.class).stream()
                .map(HoldingFound::finding)
                .toList();
    }

    List<HoldingFinding> said() {
        return niger.record.own().registry().holdings().page(Page.first(100)).statements().stream()
                .map(statement -> statement.word().finding())
                .toList();
    }

    HoldingFinding of(HoldingCause cause, VersionRoot root) {
        return HoldingFinding.of(cause, niger.record.own().site(), version.dataset(), root);
    }

    DatasetVersion another() {
        return new DatasetVersion(version.dataset(), ANOTHER);
    }

    Path store() {
        return directory.resolve("ne/store");
    }

    Path sealed(DatasetVersion version) {
        return VersionFolders.folder(store().resolve("sealed"), version);
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    static void bothHeardInTwoDays(TrialRecord record) {
        heard(record, State.ML, now().plus(TWO_DAYS));
        heard(record, State.NE, now().plus(TWO_DAYS));
    }
}
