package org.liptako.node.placement.duty;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.registry.Disclosure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads the register of duties, once it was reckoned. What is overdue is found at every reading: a deadline passes without anybody writing. */
final class DutyStore {
    /** Of which nothing is kept from anybody. */
    static final DutyStore OF_ALL = new DutyStore(null);

    private static final int DISCHARGES = 8;

    /** What only an entry ends is in an index in the order of the list. */
    private static final String LASTING = "s.until_at = 'infinity'";

    /** What a day ends stays in the table when that day has come; another index finds the few whose day is still to come. */
    private static final String PASSING = "s.until_at > :now AND s.until_at < 'infinity'";

    private static final String GROUNDS = """
            JOIN duty_ground g ON g.id = s.id AND g.said_by = s.said_by AND g.journal_index = s.journal_index
            ORDER BY s.day, s.id LIMIT :most
            """;

    private final @Nullable State reader;

    private DutyStore(@Nullable State reader) {
        this.reader = reader;
    }

    /** In which there is nothing that somebody is not shown. */
    static DutyStore shownTo(Disclosure disclosure) {
        return new DutyStore(disclosure.reader());
    }

    /** A page of the list, read place by place in the order of its index, however long the list is. */
    List<Duty> page(Handle handle, DutyFilter filter, DutyPage page, Instant now) {
        List<Duty> duties = new ArrayList<>();
        for (int place : places(filter)) {
            if (place >= page.after().place() && duties.size() < page.most()) {
                DutyPage rest = new DutyPage(page.after(), page.most() - duties.size());
                duties.addAll(stretch(handle, filter, rest, now, place));
            }
        }
        return withDischarges(handle, duties);
    }

    /** What is to be discharged of these datasets' duties, in no order; without the discharges of recurring ones. */
    List<Duty> toDischarge(Handle handle, Collection<DatasetId> datasets, String code, Instant now) {
        return read(handle, """
                        SELECT s.place, s.day, g.* FROM duty_standing s
                        JOIN duty_ground g ON g.id = s.id AND g.said_by = s.said_by AND g.journal_index = s.journal_index
                        WHERE s.dataset = ANY (:datasets) AND s.place = :place AND s.from_at <= :now AND s.until_at > :now
                        AND starts_with(g.code, :code)
                        """ + shown("s"))
                .bindArray(
                        "datasets",
                        String.class,
                        datasets.stream().map(DatasetId::value).toList())
                .bind("place", DutyStatus.OPEN.place())
                .bind("now", timestamp(now))
                .bind("code", code)
                .map((row, context) -> DutyRow.duty(row, now))
                .list();
    }

    private static List<Integer> places(DutyFilter filter) {
        return Stream.of(DutyStatus.values())
                .filter(filter::wants)
                .map(DutyStatus::place)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a page has of one place in the list. */
    private List<Duty> stretch(Handle handle, DutyFilter filter, DutyPage page, Instant now, int place) {
        StringBuilder conditions = new StringBuilder();
        Map<String, Object> values = new HashMap<>(Map.of("place", place, "now", timestamp(now), "most", page.most()));
        if (place == page.after().place()) {
            conditions.append(" AND (s.day, s.id) > (:afterDay, :afterId)");
            values.put("afterDay", timestamp(page.after().day()));
            values.put("afterId", page.after().id());
        }
        if (place == DutyStatus.OPEN.place() && !filter.wants(DutyStatus.OVERDUE)) {
            conditions.append(" AND s.day > :now");
        }
        if (place == DutyStatus.OPEN.place() && !filter.wants(DutyStatus.OPEN)) {
            conditions.append(" AND s.day <= :now");
        }
        narrow(
                conditions,
                values,
                "debtor",
                filter.debtor().or(() -> filter.owedBy().map(Debtor::state)));
        narrow(
                conditions,
                values,
                "debtor_site",
                filter.owedBy().map(debtor -> debtor.site().map(SiteId::value).orElse("")));
        narrow(conditions, values, "dataset", filter.dataset());
        narrow(conditions, values, "site", filter.site());
        conditions.append(shown("s"));
        return read(
                        handle,
                        "SELECT s.place, s.day, g.* FROM (" + some(LASTING, conditions) + " UNION ALL "
                                + some(PASSING, conditions) + ") s " + GROUNDS)
                .bindMap(values)
                .map((row, context) -> DutyRow.duty(row, now))
                .list();
    }

    private static String some(String which, CharSequence conditions) {
        return "(SELECT * FROM duty_standing s WHERE s.place = :place AND s.from_at <= :now AND " + which + conditions
                + " ORDER BY s.day, s.id LIMIT :most)";
    }

    private static void narrow(
            StringBuilder conditions, Map<String, Object> values, String column, Optional<?> wanted) {
        wanted.ifPresent(value -> {
            conditions.append(" AND s.").append(column).append(" = :").append(column);
            values.put(column, value.toString());
        });
    }

    /** One duty, as the handle's transaction sees it. */
    Optional<Duty> find(Handle handle, DutyId id, Instant now) {
        List<Duty> found = read(handle, DutyReckoning.OF_ONE + shown("reckoned"))
                .bind("id", id.value())
                .bind("never", timestamp(DutyReckoning.NEVER))
                .bind("now", timestamp(now))
                .map((row, context) -> DutyRow.duty(row, now))
                .list();
        return withDischarges(handle, found).stream().findFirst();
    }

    /** How many duties stand how. */
    Map<DutyStatus, Long> counts(Handle handle, Instant now) {
        return counts(handle, now, "");
    }

    /** The same of those that people owe, which have an index of their own. */
    Map<DutyStatus, Long> owed(Handle handle, Instant now) {
        return counts(handle, now, " AND place = 0");
    }

    private Map<DutyStatus, Long> counts(Handle handle, Instant now, String which) {
        Map<DutyStatus, Long> counts = new EnumMap<>(DutyStatus.class);
        String sql = "SELECT place, place = 0 AND day <= :now AS overdue, count(*) AS duties FROM duty_standing s"
                + " WHERE from_at <= :now AND until_at > :now" + which + shown("s") + " GROUP BY 1, 2";
        read(handle, sql)
                .bind("now", timestamp(now))
                .map((row, context) -> Map.entry(
                        DutyStatus.of(row.getInt("place"), row.getBoolean("overdue") ? Instant.MIN : Instant.MAX, now),
                        row.getLong("duties")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** The condition by which what the reader is not shown is passed over. */
    private String shown(String table) {
        return reader == null ? "" : Disclosure.condition(table + ".dataset", table + ".site");
    }

    private Query read(Handle handle, String sql) {
        Query query = handle.createQuery(sql);
        return reader == null ? query : query.bind("reader", reader.name());
    }

    /** Who of those that owe a duty have discharged it with this document. */
    List<Signatory> people(Handle handle, Duty duty, Digest document) {
        return Signatory.people(handle.createQuery("SELECT person, certificate, key FROM duty_discharge"
                        + " WHERE id = :id AND said_by = :debtor AND sha256 = :sha256 ORDER BY journal_index")
                .bind("id", duty.id().value())
                .bind("debtor", duty.debtor().state().name())
                .bind("sha256", document.hex())
                .map((row, context) -> new Signatory(
                        row.getString("person"),
                        row.getString("certificate"),
                        Optional.ofNullable(row.getString("key"))))
                .list());
    }

    private static List<Duty> withDischarges(Handle handle, List<Duty> duties) {
        Map<DutyId, List<Discharge>> discharges =
                discharges(handle, duties.stream().map(Duty::id).toList());
        return duties.stream()
                .map(duty -> duty.discharged(discharges.getOrDefault(duty.id(), List.of())))
                .toList();
    }

    /** The last discharges of each duty by the State that owes it, newest first. */
    private static Map<DutyId, List<Discharge>> discharges(Handle handle, List<DutyId> duties) {
        return handle
                .createQuery("""
                        SELECT * FROM (
                            SELECT d.*, row_number() OVER (PARTITION BY d.id ORDER BY d.done_at DESC, d.journal_index DESC) AS place
                            FROM duty_discharge d WHERE d.id = ANY (:ids)
                            AND EXISTS (SELECT FROM duty_ground g WHERE g.id = d.id AND g.debtor = d.said_by)) placed
                        WHERE place <= :most ORDER BY id, place
                        """)
                .bindArray(
                        "ids", String.class, duties.stream().map(DutyId::value).toList())
                .bind("most", DISCHARGES)
                .map((row, context) -> Map.entry(new DutyId(row.getString("id")), DutyRow.discharge(row)))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toList())));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
