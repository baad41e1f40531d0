package org.liptako.node.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.journal.event.Site;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What is where, as the journals known here say.
 *
 * <p>Unless another instant is given, answers are true of now, as known now. Every answer is from the database: nothing is remembered between calls.
 * Thread-safe.
 */
public final class Registry {
    private static final int ALL_SITES = 10_000;

    private final Jdbi jdbi;
    private final State own;
    private final Clock clock;
    private final StatementStore statements = new StatementStore();
    private final RoomStore room = new RoomStore();

    /** The registry as the node of a State reads it: of what several States describe alike, its own State's word comes first. */
    public Registry(Jdbi jdbi, State own, Clock clock) {
        this.jdbi = jdbi;
        this.own = own;
        this.clock = clock;
    }

    /** What the people of this node's State are shown. */
    public Disclosure toOwnPeople() {
        return new Disclosure(own);
    }

    /** A dataset, as its home State describes it. */
    public Optional<Dataset> dataset(DatasetId id) {
        return id.home()
                .flatMap(home -> said(new StatementKey(StatementKind.DATASET, id.value(), home), Dataset.class));
    }

    /** Those of these datasets that are known, in no particular order. */
    public List<Dataset> datasets(Collection<DatasetId> ids) {
        List<String> subjects = ids.stream().map(DatasetId::value).toList();
        return jdbi
                .withHandle(handle ->
                        statements.among(handle, StatementKind.DATASET, subjects, Dataset.class, clock.instant()))
                .stream()
                .map(Stated::value)
                .toList();
    }

    /** A page of the datasets, by identifier. */
    public List<Dataset> datasets(Page page) {
        return page(StatementKind.DATASET, Dataset.class, page).stream()
                .map(Stated::value)
                .toList();
    }

    /** A site, as the State on whose soil it stands describes it; a place outside the federation, as one State that knows it does, own before others. */
    public Optional<Site> site(SiteId id) {
        return jdbi
                .withHandle(
                        handle -> statements.about(handle, StatementKind.SITE, id.value(), Site.class, clock.instant()))
                .stream()
                .reduce(this::preferOwn)
                .map(Stated::value);
    }

    /** A site as this State describes it, which for a place outside the federation may differ from what others say. */
    public Optional<Site> site(SiteId id, State saidBy) {
        return said(new StatementKey(StatementKind.SITE, id.value(), saidBy), Site.class);
    }

    /** Every site, by identifier. */
    public List<Site> sites() {
        Map<String, Stated<Site>> sites = new LinkedHashMap<>();
        for (Stated<Site> site : page(StatementKind.SITE, Site.class, Page.first(ALL_SITES))) {
            sites.merge(site.subject(), site, this::preferOwn);
        }
        return sites.values().stream().map(Stated::value).toList();
    }

    /** What every State says of every copy of a dataset; by site, the last word first. */
    public List<ReplicaStatement> replicas(DatasetId dataset) {
        return statements(handle ->
                statements.about(handle, StatementKind.REPLICA, dataset.value(), ReplicaState.class, clock.instant()));
    }

    /** The same for an instant at which the copies lay there, as it was known here at another. */
    public List<ReplicaStatement> where(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return statements(handle ->
                statements.about(handle, StatementKind.REPLICA, dataset.value(), ReplicaState.class, heldAt, knownAt));
    }

    /** The copy at a site, by the State that has the last word on it. */
    public Optional<ReplicaStatement> replica(DatasetId dataset, SiteId site) {
        return replicas(dataset).stream()
                .filter(statement -> statement.site().equals(site) && statement.authoritative())
                .findFirst();
    }

    /** A page of all copies, by dataset and site, each by the State that has the last word on it. */
    public List<ReplicaStatement> replicas(Page page) {
        return statements(
                handle -> statements.page(handle, StatementKind.REPLICA, ReplicaState.class, page, clock.instant()));
    }

    /** A page of the copies at a site, by dataset, each by the State that has the last word on it. */
    public List<ReplicaStatement> replicasAt(SiteId site, Page page) {
        return statements(handle ->
                statements.at(handle, StatementKind.REPLICA, site.value(), ReplicaState.class, page, clock.instant()));
    }

    /** A page of the copies that a reader is shown, by dataset and site. */
    public ShownPage<ReplicaStatement, Page> copies(Page start, Disclosure to) {
        return shown(to).copies(start);
    }

    /** The same of the copies at a site. */
    public ShownPage<ReplicaStatement, Page> copiesAt(SiteId site, Page start, Disclosure to) {
        return shown(to).copiesAt(site, start);
    }

    /** A page of what States have against copies that are there, as far as a reader is shown it. */
    public ShownPage<FindingStatement, Page> findings(Page start, Disclosure to) {
        return shown(to).findings(start);
    }

    /** A page of where stores and journals differ, as far as a reader is shown it. */
    public ShownPage<HoldingStatement, Page> holdings(Page start, Disclosure to) {
        return shown(to).holdings(start);
    }

    private ShownLists shown(Disclosure to) {
        return new ShownLists(this, new DisclosedPart(this, to));
    }

    /** What is told beside copies, now. */
    public CopyCircumstances beside(List<ReplicaStatement> copies) {
        return CopyCircumstances.now(this, copies, clock.instant());
    }

    /** What States have against copies of these datasets; by dataset and site, the home State's word first. */
    public List<FindingStatement> findings(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return findings(handle ->
                statements.among(handle, StatementKind.FINDING, subjects, CopyFinding.class, clock.instant()));
    }

    /** What States had against the copies of a dataset at an instant, as it was known here at another. */
    public List<FindingStatement> findings(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return findings(handle ->
                statements.about(handle, StatementKind.FINDING, dataset.value(), CopyFinding.class, heldAt, knownAt));
    }

    /** A page of what States have against copies, by dataset and site; copies that are there no longer among them. */
    public List<FindingStatement> findings(Page page) {
        return findings(
                handle -> statements.page(handle, StatementKind.FINDING, CopyFinding.class, page, clock.instant()));
    }

    /** Where stores and journals differ. */
    public HoldingStatements holdings() {
        return new HoldingStatements(jdbi);
    }

    /** What challenges have shown. */
    public ChallengeStatements challenges() {
        return new ChallengeStatements(jdbi, clock);
    }

    /** The copies of these datasets, each by the State that has the last word on it. */
    public List<ReplicaStatement> replicasOf(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return statements(handle ->
                statements.among(handle, StatementKind.REPLICA, subjects, ReplicaState.class, clock.instant()));
    }

    private List<FindingStatement> findings(Function<Handle, List<Stated<CopyFinding>>> query) {
        return jdbi.withHandle(query::apply).stream().map(FindingStatement::of).toList();
    }

    /** Whether the key of a dataset had been destroyed at an instant, by its home State's word, as it was known here at another. */
    public List<KeyEnd> keyEnds(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return keyEnds(handle ->
                statements.about(handle, StatementKind.KEY_END, dataset.value(), KeyEnd.class, heldAt, knownAt));
    }

    /** Those of these datasets whose key is destroyed now, as known now. */
    public List<KeyEnd> keyEnds(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return keyEnds(
                handle -> statements.among(handle, StatementKind.KEY_END, subjects, KeyEnd.class, clock.instant()));
    }

    private List<KeyEnd> keyEnds(Function<Handle, List<Stated<KeyEnd>>> query) {
        return jdbi.withHandle(query::apply).stream().map(Stated::value).toList();
    }

    /** What operators had signed on erased copies of a dataset at an instant, as it was known here at another. */
    public List<ErasureWord> erasureWords(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return erasureWords(handle -> statements.about(
                handle, StatementKind.ERASURE_WORD, dataset.value(), ErasureWord.class, heldAt, knownAt));
    }

    /** The same of these datasets now, as known now. */
    public List<ErasureWord> erasureWords(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return erasureWords(handle ->
                statements.among(handle, StatementKind.ERASURE_WORD, subjects, ErasureWord.class, clock.instant()));
    }

    /** What people had signed on the end of copies of a dataset outside the federation at an instant, as it was known here at another. */
    public List<ErasureAbroad> erasuresAbroad(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return erasuresAbroad(handle -> statements.about(
                handle, StatementKind.ERASURE_ABROAD, dataset.value(), ErasureAbroad.class, heldAt, knownAt));
    }

    /** The same of these datasets now, as known now. */
    public List<ErasureAbroad> erasuresAbroad(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return erasuresAbroad(handle ->
                statements.among(handle, StatementKind.ERASURE_ABROAD, subjects, ErasureAbroad.class, clock.instant()));
    }

    private List<ErasureAbroad> erasuresAbroad(Function<Handle, List<Stated<ErasureAbroad>>> query) {
        return jdbi.withHandle(query::apply).stream().map(Stated::value).toList();
    }

    private List<ErasureWord> erasureWords(Function<Handle, List<Stated<ErasureWord>>> query) {
        return jdbi.withHandle(query::apply).stream().map(Stated::value).toList();
    }

    /** Whose custody of copies each State disputes at an instant, as it was known here at another; by State, own word first. */
    public List<CustodyStatement> disputes(Instant heldAt, Instant knownAt) {
        return jdbi
                .withHandle(
                        handle -> statements.all(handle, StatementKind.CUSTODY, CustodyState.class, heldAt, knownAt))
                .stream()
                .filter(stated -> stated.value().disputed())
                .map(stated -> new CustodyStatement(stated.value(), stated.source()))
                .sorted(Comparator.comparing(
                        (CustodyStatement said) -> said.source().saidBy() != own))
                .toList();
    }

    /** The same now, as known now. */
    public List<CustodyStatement> disputes() {
        Instant now = clock.instant();
        return disputes(now, now);
    }

    /** The version of a dataset that its home State published last. */
    public Optional<PublishedVersion> latestVersion(DatasetId dataset) {
        return dataset.home()
                .flatMap(home ->
                        said(new StatementKey(StatementKind.VERSION, dataset.value(), home), PublishedVersion.class));
    }

    /** A grant, by the home State that gave it. */
    public Optional<GrantSummary> grant(GrantSerial serial) {
        return serial.home()
                .flatMap(home -> said(new StatementKey(StatementKind.GRANT, serial.value(), home), GrantSummary.class));
    }

    /** Those of these grants that are known, in no particular order. */
    public List<GrantSummary> grants(Collection<GrantSerial> serials) {
        List<String> subjects = serials.stream().map(GrantSerial::value).toList();
        return jdbi
                .withHandle(handle ->
                        statements.among(handle, StatementKind.GRANT, subjects, GrantSummary.class, clock.instant()))
                .stream()
                .map(Stated::value)
                .toList();
    }

    /** The rule set that a State's node judges by. */
    public Optional<RuleSetInForce> ruleSet(State state) {
        return said(new StatementKey(StatementKind.RULE_SET, state.name(), state), RuleSetInForce.class);
    }

    /** The latest alarms that concern a State, whoever raised them; so many at most. */
    public List<Alarm> alarms(State about, int most) {
        return jdbi
                .withHandle(handle -> statements.latestAbout(
                        handle, StatementKind.ALARM, about.name(), Alarm.class, clock.instant(), most))
                .stream()
                .map(Stated::value)
                .toList();
    }

    /** What a site can hold less what lies there by registered sizes, in GB, below zero where too much does; empty if its capacity, or the size of a dataset there, is not known. */
    public OptionalLong quotaLeftGb(SiteId site) {
        Long capacity = site(site).map(Site::capacityGb).orElse(null);
        if (capacity == null) {
            return OptionalLong.empty();
        }
        OptionalLong occupied = jdbi.withHandle(handle -> room.occupiedGb(handle, site, clock.instant()));
        return occupied.isPresent() ? OptionalLong.of(capacity - occupied.getAsLong()) : OptionalLong.empty();
    }

    private <T> Optional<T> said(StatementKey key, Class<T> type) {
        return jdbi.withHandle(handle -> statements.one(handle, key, type, clock.instant()))
                .map(Stated::value);
    }

    private <T> List<Stated<T>> page(StatementKind kind, Class<T> type, Page page) {
        return jdbi.withHandle(handle -> statements.page(handle, kind, type, page, clock.instant()));
    }

    private List<ReplicaStatement> statements(Function<Handle, List<Stated<ReplicaState>>> query) {
        return jdbi.withHandle(query::apply).stream().map(ReplicaStatement::of).toList();
    }

    private <T> Stated<T> preferOwn(Stated<T> one, Stated<T> other) {
        return other.source().saidBy() == own ? other : one;
    }
}
