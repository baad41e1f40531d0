package org.liptako.node.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The registry as of some instant, read page by page in a transaction of the caller's; what belongs to a page is read at once, never row by row. */
public final class RegistryAsOf {
    private static final String COPIES = StatementStore.SELECT
            + "WHERE kind = 'REPLICA' AND (subject, place, said_by) > (:afterSubject, :afterPlace, :afterSaidBy)";
    private static final String IN_ORDER = " ORDER BY subject, place, said_by LIMIT :most";

    private static final String SHOWN = Disclosure.condition("registry_statement.subject", "registry_statement.place");

    /** What has no end is in an index by itself, and what ends on a day to come is found by that day: what is over is not read. */
    private static final String LASTING = " AND held_to = 'infinity'";

    private static final String PASSING = " AND held_to < 'infinity'";

    /** What has no end still holds then, whatever the clocks of nodes say. */
    private static final AsOf LAST = AsOf.knownNow(Timeline.LAST.minus(Duration.ofSeconds(1)), Timeline.LAST);

    private final Handle handle;
    private final AsOf asOf;
    private final @Nullable State reader;

    public RegistryAsOf(Handle handle, AsOf asOf) {
        this(handle, asOf, null);
    }

    private RegistryAsOf(Handle handle, AsOf asOf, @Nullable State reader) {
        this.handle = handle;
        this.asOf = asOf;
        this.reader = reader;
    }

    /** The same, in which lists of copies pass over those that somebody is not shown; what they hold is to be judged all the same. */
    public RegistryAsOf shownTo(Disclosure disclosure) {
        return new RegistryAsOf(handle, asOf, disclosure.reader());
    }

    /** The transaction that all is read in. */
    public Handle handle() {
        return handle;
    }

    /** What it is asked of. */
    public AsOf asOf() {
        return asOf;
    }

    /** Copies by dataset, site and State, after those given. */
    public List<ReplicaStatement> copies(CopyFilter filter, CopyCursor after, int most) {
        // The copies of one dataset are few: they are judged as they are read.
        State passing = filter.where() instanceof CopyFilter.Of ? null : reader;
        Query query = handle.createQuery(COPIES
                        + condition(filter.where())
                        + statuses(filter)
                        + asOf.condition()
                        + (passing == null ? "" : SHOWN)
                        + IN_ORDER)
                .bind("afterSubject", after.dataset())
                .bind("afterPlace", after.site())
                .bind("afterSaidBy", after.saidBy())
                .bind("most", most);
        switch (filter.where()) {
            case CopyFilter.Of of -> query.bind("wanted", of.dataset().value());
            case CopyFilter.Abroad abroad -> query.bind("wanted", abroad.home().name());
            case CopyFilter.At at -> query.bindArray("wanted", String.class, texts(at.sites(), SiteId::value));
            case CopyFilter.OfHome of -> query.bind("wanted", of.home() + "-%");
            case CopyFilter.OfAny of -> query.bindArray("wanted", String.class, texts(of.datasets(), DatasetId::value));
            case CopyFilter.OfHomeAt at ->
                query.bind("home", at.home() + "-%")
                        .bindArray("wanted", String.class, texts(at.sites(), SiteId::value));
        }
        if (!filter.statuses().isEmpty()) {
            query.bindArray("statuses", String.class, filter.statuses());
        }
        if (passing != null) {
            query.bind("reader", passing.name());
        }
        return read(query, ReplicaState.class).stream()
                .map(ReplicaStatement::of)
                .toList();
    }

    private static String condition(CopyFilter.Where where) {
        return switch (where) {
            case CopyFilter.Of of -> " AND subject = :wanted";
            case CopyFilter.Abroad abroad ->
                " AND authoritative AND left(subject, 2) = :wanted AND left(subject, 2) <> left(place, 2)";
            case CopyFilter.At at -> " AND authoritative AND place = ANY (:wanted) AND place <> ''";
            case CopyFilter.OfHome of -> " AND authoritative AND subject LIKE :wanted";
            case CopyFilter.OfAny of -> " AND authoritative AND subject = ANY (:wanted)";
            case CopyFilter.OfHomeAt at ->
                " AND authoritative AND subject LIKE :home AND place = ANY (:wanted) AND place <> ''";
        };
    }

    private static String statuses(CopyFilter filter) {
        return filter.statuses().isEmpty() ? "" : " AND status = ANY (:statuses)";
    }

    /** How many copies stand how at each site, by the word of whoever answers for them. */
    public List<CopyCount> counts() {
        Query query = handle.createQuery("SELECT place, status, sum(copies) AS copies FROM ("
                + (asOf.latest() ? counts(LASTING) + " UNION ALL " + counts(PASSING) : counts(""))
                + ") counted GROUP BY place, status ORDER BY place, status");
        if (reader != null) {
            query.bind("reader", reader.name());
        }
        return bound(query)
                .map((row, context) -> new CopyCount(
                        new SiteId(row.getString("place")),
                        ReplicaStatus.valueOf(row.getString("status")),
                        row.getLong("copies")))
                .list();
    }

    private String counts(String which) {
        return "SELECT place, status, count(*) AS copies FROM registry_statement WHERE kind = 'REPLICA' AND authoritative"
                + asOf.condition() + which + (reader == null ? "" : SHOWN) + " GROUP BY place, status";
    }

    /**
     * Those of these datasets that are known, by identifier, each in the class in which it is known last; and those that were not known yet but are secret by
     * now. For what is secret is so of its past too, whoever asks as of when.
     */
    public Map<DatasetId, Dataset> datasets(Collection<DatasetId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        StatementParts parts = new StatementParts();
        DatasetParts datasets = datasetParts(parts, ids);
        parts.read(handle);
        return datasets.found();
    }

    /** Datasets as they were then, and as they are known last. */
    private record DatasetParts(StatementParts.Part<Dataset> then, StatementParts.Part<Dataset> last) {
        Map<DatasetId, Dataset> found() {
            Map<DatasetId, Dataset> datasets = new HashMap<>();
            firsts(then.found()).forEach((subject, dataset) -> datasets.put(new DatasetId(subject), dataset));
            firsts(last.found()).forEach((subject, dataset) -> {
                DatasetId id = new DatasetId(subject);
                datasets.computeIfPresent(id, (same, then) -> then.classifiedAs(dataset.classification()));
                if (Disclosure.isSecret(dataset)) {
                    datasets.putIfAbsent(id, dataset);
                }
            });
            return datasets;
        }
    }

    private DatasetParts datasetParts(StatementParts parts, Collection<DatasetId> ids) {
        List<String> subjects = texts(ids, DatasetId::value);
        return new DatasetParts(
                parts.among(StatementKind.DATASET, subjects, Dataset.class, asOf),
                parts.among(StatementKind.DATASET, subjects, Dataset.class, LAST));
    }

    /** What belongs to a page of copies. */
    public CopyBackground background(List<ReplicaStatement> copies) {
        if (copies.isEmpty()) {
            return CopyBackground.NONE;
        }
        List<String> subjects = texts(copies, copy -> copy.dataset().value());
        List<String> serials = copies.stream()
                .map(copy -> copy.state().grant())
                .filter(Objects::nonNull)
                .map(GrantSerial::value)
                .distinct()
                .toList();
        StatementParts parts = new StatementParts();
        DatasetParts datasets = datasetParts(
                parts, copies.stream().map(ReplicaStatement::dataset).toList());
        StatementParts.Part<GrantSummary> grants = parts.among(StatementKind.GRANT, serials, GrantSummary.class, asOf);
        StatementParts.Part<CopyFinding> findings =
                parts.among(StatementKind.FINDING, subjects, CopyFinding.class, asOf);
        StatementParts.Part<CustodyState> custody = parts.all(StatementKind.CUSTODY, CustodyState.class, asOf);
        parts.read(handle);
        return new CopyBackground(
                datasets.found(), grants(grants.found()), findings(findings.found()), disputes(custody.found()));
    }

    /** Those of these grants that are known, by serial. */
    public Map<GrantSerial, GrantSummary> grants(Collection<GrantSerial> serials) {
        return grants(among(StatementKind.GRANT, texts(serials, GrantSerial::value), GrantSummary.class));
    }

    private static Map<GrantSerial, GrantSummary> grants(List<Stated<GrantSummary>> stated) {
        return firsts(stated).values().stream().collect(Collectors.toMap(GrantSummary::serial, grant -> grant));
    }

    /** What States have against copies of these datasets, by dataset and site. */
    public List<FindingStatement> findings(Collection<DatasetId> datasets) {
        return findings(among(StatementKind.FINDING, texts(datasets, DatasetId::value), CopyFinding.class));
    }

    private static List<FindingStatement> findings(List<Stated<CopyFinding>> stated) {
        return stated.stream().map(FindingStatement::of).toList();
    }

    /** What operators have signed on erased copies of these datasets. */
    public List<ErasureWord> erasureWords(Collection<DatasetId> datasets) {
        return among(StatementKind.ERASURE_WORD, texts(datasets, DatasetId::value), ErasureWord.class).stream()
                .map(Stated::value)
                .toList();
    }

    /** What people have signed on the end of copies of these datasets outside the federation. */
    public List<ErasureAbroad> erasuresAbroad(Collection<DatasetId> datasets) {
        return among(StatementKind.ERASURE_ABROAD, texts(datasets, DatasetId::value), ErasureAbroad.class).stream()
                .map(Stated::value)
                .toList();
    }

    /** The ends of these datasets' keys. */
    public Map<DatasetId, KeyEnd> keyEnds(Collection<DatasetId> datasets) {
        return bySubject(StatementKind.KEY_END, texts(datasets, DatasetId::value), KeyEnd.class).values().stream()
                .collect(Collectors.toMap(KeyEnd::dataset, end -> end));
    }

    /** Every site, each as the State that answers for it describes it; a place outside, as the first that knows it does. */
    public Map<SiteId, Site> sites() {
        return read(
                        handle.createQuery(StatementStore.SELECT + "WHERE kind = 'SITE'" + asOf.condition()
                                + StatementStore.ORDER),
                        Site.class)
                .stream()
                .collect(Collectors.toMap(stated -> new SiteId(stated.subject()), Stated::value, (one, other) -> one));
    }

    /** Whose custody of copies each State disputes. */
    public List<CustodyStatement> disputes() {
        return disputes(read(
                handle.createQuery(
                        StatementStore.SELECT + "WHERE kind = 'CUSTODY'" + asOf.condition() + StatementStore.ORDER),
                CustodyState.class));
    }

    private static List<CustodyStatement> disputes(List<Stated<CustodyState>> stated) {
        return stated.stream()
                .filter(one -> one.value().disputed())
                .map(one -> new CustodyStatement(one.value(), one.source()))
                .toList();
    }

    /** Which sites each State cannot reach. */
    public List<SiteSilence> silences() {
        return read(
                        handle.createQuery(StatementStore.SELECT + "WHERE kind = 'REACH'" + asOf.condition()
                                + StatementStore.ORDER),
                        SiteUnreachable.class)
                .stream()
                .map(SiteSilence::of)
                .toList();
    }

    /** A State's datasets by identifier, after the one given, each as its home State describes it. */
    public List<DatasetStatement> datasetsOf(State home, String after, int most) {
        return read(
                        handle.createQuery(StatementStore.SELECT
                                        + "WHERE kind = 'DATASET' AND subject > :after AND subject LIKE :prefix AND authoritative"
                                        + asOf.condition() + " ORDER BY subject LIMIT :most")
                                .bind("after", after)
                                .bind("prefix", home + "-%")
                                .bind("most", most),
                        Dataset.class)
                .stream()
                .map(stated -> new DatasetStatement(stated.value(), stated.source()))
                .toList();
    }

    private <T> Map<String, T> bySubject(StatementKind kind, List<String> subjects, Class<T> type) {
        return firsts(among(kind, subjects, type));
    }

    private static <T> Map<String, T> firsts(List<Stated<T>> stated) {
        return stated.stream().collect(Collectors.toMap(Stated::subject, Stated::value, (one, other) -> one));
    }

    private <T> List<Stated<T>> among(StatementKind kind, List<String> subjects, Class<T> type) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return read(
                handle.createQuery(StatementStore.SELECT + "WHERE kind = '" + kind
                                + "' AND subject = ANY (:subjects) AND authoritative" + asOf.condition()
                                + StatementStore.ORDER)
                        .bindArray("subjects", String.class, subjects),
                type);
    }

    private <T> List<Stated<T>> read(Query query, Class<T> type) {
        return bound(query)
                .map((row, context) -> StatementStore.stated(row, type))
                .list();
    }

    private Query bound(Query query) {
        if (!asOf.latest()) {
            query.bind("known", Timeline.timestamp(asOf.known()));
        }
        return query.bind("held", Timeline.timestamp(asOf.held()));
    }

    private static <T> List<String> texts(Collection<T> values, Function<T, String> text) {
        return values.stream().filter(Objects::nonNull).map(text).distinct().toList();
    }
}
