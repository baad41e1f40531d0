package org.liptako.node.placement.watch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.placement.Grants;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.placement.held.HeldCopies;
import org.liptako.node.registry.CopyReader;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Mali's node as far as it keeps watch: journal, registry and watch on a PostgreSQL database of its own, by a clock that is set by hand. */
final class TrialWatch implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    static final SiteId PARIS = new SiteId("XX-EU-1");
    static final DatasetId HEALTH = new DatasetId("ML-DS-007");

    final HandSetClock clock = new HandSetClock(NOW);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Journal journal;
    final Registry registry;
    private final TestDatabase database = TestDatabase.fresh();
    private final List<JournalProjection> projections =
            List.of(new RegistryProjection(), new DutyProjection(), new WatchProjection());
    private long saidByOthers;
    private Watch watch;

    TrialWatch() {
        journal = new Journal(database.jdbi(), State.ML, clock, projections);
        registry = new Registry(database.jdbi(), State.ML, clock);
        watch = watch(WatchRules.usual());
        journal.append(new SiteRecorded(journal.now(), site(BAMAKO, "ML", "ML")));
        journal.append(new SiteRecorded(journal.now(), site(PARIS, "FR", "FR")));
        say(State.BF, new SiteRecorded(journal.now(), site(OUAGADOUGOU, "BF", "BF")));
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    /** Another process of the State, on the same database. */
    Watch watch(RulesInForce rules) {
        return watch(new RuleSets(rules, clock));
    }

    /** The same, under whatever is in force. */
    Watch watch(RuleSets rules) {
        WatchFactory room = new WatchFactory();
        WatchMeter meter = room.meter(meters);
        WatchedGrants grants = room.watchedGrants(journal);
        return room.watch(
                database.jdbi(),
                journal,
                clock,
                rules,
                new HeldCopies(new CopyReader(database.jdbi(), clock)),
                grants,
                room.grantJudge(database.jdbi(), journal, new Grants(database.jdbi()), grants, registry, clock, meter),
                meter);
    }

    /** As after a restart, with these rules in force. */
    void restart(RulesInForce rules) {
        restart(new RuleSets(rules, clock));
    }

    /** As after a restart, under whatever is in force. */
    void restart(RuleSets rules) {
        watch.close();
        watch = watch(rules);
    }

    void look() {
        watch.look();
    }

    /** Time passes, then all that is due is judged. */
    void lookLater(Duration after) {
        clock.advance(after);
        watch.look();
    }

    /** Mali describes a dataset. */
    DatasetId dataset(String id, String classification, String category) {
        DatasetId dataset = new DatasetId(id);
        journal.append(new DatasetRecorded(journal.now(), described(dataset, classification, category)));
        return dataset;
    }

    static Dataset described(DatasetId id, String classification, String category) {
        return new Dataset(
                id,
                id.home().orElseThrow(),
                new Sentence("Jeu " + id, "Dataset " + id),
                "Ministère",
                classification,
                List.of(category),
                "NONE",
                false,
                "PUBLIC_BODY",
                10L,
                null,
                null);
    }

    /** A copy that lies there, by the word of whoever has the last one on it. */
    void copy(DatasetId dataset, SiteId site) {
        State teller = site.state().or(dataset::home).orElseThrow();
        CopyStanding standing = site.state().isPresent() ? CopyStanding.UNPROVEN : CopyStanding.EXTERNAL;
        say(teller, new CopyRecorded(journal.now(), dataset, site, standing));
    }

    /** A State's journal says so, and it has been read here. */
    void say(State state, JournalEvent event) {
        if (state == State.ML) {
            journal.append(event);
        } else {
            database.jdbi().useTransaction(handle -> {
                long index = saidByOthers++;
                projections.forEach(projection -> projection.apply(handle, state, index, event, journal.now()));
            });
        }
    }

    /** All that Mali has journaled of a kind, in order. */
    <E extends JournalEvent> List<E> journaled(Class<E> type) {
        return journal.read(0, 10_000).stream()
                .map(JournalEntry::opening)
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What stands against copies of the datasets that tests speak of: dataset, site, who says so, verdict. */
    List<String> findings() {
        return registry.findings(List.of(HEALTH, new DatasetId("ML-DS-003"))).stream()
                .map(finding -> finding.dataset() + " " + finding.site() + " "
                        + finding.source().saidBy() + " " + finding.finding().verdict())
                .toList();
    }

    /** How many copies and grants were judged so far. */
    int judged() {
        return (int) meters.counter("liptako.watch.judged").count();
    }

    static Site site(SiteId id, String country, String owner) {
        return new Site(
                id,
                new Country(country),
                "Ville",
                "Centre de données",
                12.5,
                -8,
                "invented",
                "STATE_OPERATED",
                new Country(owner),
                null,
                3,
                "CLAIMED",
                false,
                null,
                null);
    }

    @Override
    public void close() {
        watch.close();
        database.close();
    }
}
