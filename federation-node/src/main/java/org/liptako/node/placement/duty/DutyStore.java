package org.liptako.node.placement.duty;

import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads the register of duties. How a duty stands is found anew at every reading: a deadline passes without anybody writing. */
final class DutyStore {
    private static final int DISCHARGES = 8;

    /**
     * The grounds that hold: accepted where another State must accept, and, for a duty that lasts as long as a copy, neither followed by that copy's erasure
     * nor void with nothing come under them; and none of a grant that was withdrawn before anything came under it. What a grant has asked for once, a later judgement of the copy does not ask for again. Of several grounds for one
     * duty, the first tells since when it is owed.
     */
    private static final String LIVE = """
            SELECT DISTINCT ON (g.id) g.* FROM duty_ground g
            WHERE (g.host IS NULL OR EXISTS (SELECT FROM duty_acceptance a WHERE a.serial = g.serial AND a.said_by = g.host))
            AND NOT (g.serial IS NULL AND EXISTS (SELECT FROM duty_ground o WHERE o.dataset = g.dataset AND o.site = g.site
                AND o.rule = g.rule AND o.code = g.code AND o.serial IS NOT NULL AND o.act <= g.act AND NOT o.with_copy))
            AND NOT (g.with_copy AND (
                EXISTS (SELECT FROM duty_copy c WHERE c.dataset = g.dataset AND c.site = g.site AND NOT c.sealed AND c.at >= g.act)
                OR (g.version_root IS NOT NULL AND g.expires <= :now
                    AND NOT EXISTS (SELECT FROM duty_copy c WHERE c.serial = g.serial AND c.sealed))))
            AND NOT (g.serial IS NOT NULL AND EXISTS (SELECT FROM duty_withdrawal w WHERE w.serial = g.serial)
                AND NOT EXISTS (SELECT FROM duty_copy c WHERE c.serial = g.serial AND c.sealed))
            AND :debtor IN ('', g.debtor) AND :dataset IN ('', g.dataset) AND :site IN ('', g.site) AND :id IN ('', g.id)
            ORDER BY g.id, g.act, g.said_by, g.journal_index
            """;

    /** A document counts once, when enough different people have said so; what was done before the act discharges nothing. */
    private static final String DONE = """
            SELECT max(counted.next_due) AS next_due, count(*) AS documents FROM (
                SELECT min(d.next_due) AS next_due FROM duty_discharge d
                WHERE d.id = l.id AND d.said_by = l.debtor AND d.done_at >= l.act
                GROUP BY d.sha256 HAVING count(DISTINCT d.person) >= l.people) counted
            """;

    private static final String STANDING = "WITH live AS (" + LIVE + "), dated AS (SELECT l.*, done.documents,"
            + " CASE WHEN l.rhythm = 'ONCE' AND done.documents > 0 THEN NULL ELSE COALESCE(done.next_due, l.due) END AS day"
            + " FROM live l CROSS JOIN LATERAL (" + DONE + ") done), " + """
            ranked AS (SELECT *, CASE
                WHEN rhythm = 'KEPT' THEN 3
                WHEN rhythm = 'STANDING' THEN 2
                WHEN rhythm = 'ONCE' AND documents > 0 THEN 4
                WHEN day <= :now THEN 0
                ELSE 1 END AS rank FROM dated)
            """;

    List<Duty> page(Handle handle, DutyFilter filter, DutyPage page, Instant now) {
        List<Integer> ranks = filter.statuses().stream().map(DutyStatus::rank).toList();
        List<Duty> duties = standing(handle, """
                        SELECT * FROM ranked WHERE (:anyRank OR rank = ANY (:ranks))
                        AND (rank, COALESCE(day, :never), id) > (:afterRank, :afterDue, :afterId)
                        ORDER BY rank, COALESCE(day, :never), id LIMIT :most
                        """, filter, now)
                .bind("anyRank", ranks.isEmpty())
                .bindArray("ranks", Integer.class, ranks)
                .bind("never", timestamp(DutyPage.Place.NEVER))
                .bind("afterRank", page.after().rank())
                .bind("afterDue", timestamp(page.after().due()))
                .bind("afterId", page.after().id())
                .bind("most", page.most())
                .map((row, context) -> duty(row))
                .list();
        Map<DutyId, List<Discharge>> discharges =
                discharges(handle, duties.stream().map(Duty::id).toList());
        return duties.stream()
                .map(duty -> duty.discharged(discharges.getOrDefault(duty.id(), List.of())))
                .toList();
    }

    /** How many duties stand how. */
    Map<DutyStatus, Long> counts(Handle handle, Instant now) {
        Map<DutyStatus, Long> counts = new EnumMap<>(DutyStatus.class);
        standing(handle, "SELECT rank, count(*) AS duties FROM ranked GROUP BY rank", DutyFilter.ALL, now)
                .map((row, context) -> Map.entry(DutyStatus.ofRank(row.getInt("rank")), row.getLong("duties")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** Who of those that owe a duty have discharged it with this document. */
    List<String> people(Handle handle, Duty duty, Digest document) {
        return handle.createQuery(
                        "SELECT DISTINCT person FROM duty_discharge WHERE id = :id AND said_by = :debtor AND sha256 = :sha256")
                .bind("id", duty.id().value())
                .bind("debtor", duty.debtor().state().name())
                .bind("sha256", document.hex())
                .mapTo(String.class)
                .list();
    }

    private static Query standing(Handle handle, String selection, DutyFilter filter, Instant now) {
        return handle.createQuery(STANDING + selection)
                .bind("debtor", filter.debtor().map(State::name).orElse(""))
                .bind("dataset", filter.dataset().map(DatasetId::value).orElse(""))
                .bind("site", filter.site().map(SiteId::value).orElse(""))
                .bind("id", filter.id().map(DutyId::value).orElse(""))
                .bind("now", timestamp(now));
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
                .map((row, context) -> Map.entry(new DutyId(row.getString("id")), discharge(row)))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toList())));
    }

    private static Duty duty(ResultSet row) throws SQLException {
        String keeper = row.getString("keeper");
        String version = row.getString("version_root");
        return new Duty(
                new DutyId(row.getString("id")),
                new Duty.Subject(
                        row.getString("source"),
                        new DatasetId(row.getString("dataset")),
                        row.getString("operation"),
                        new SiteId(row.getString("site")),
                        Optional.ofNullable(row.getString("serial")).map(GrantSerial::new)),
                row.getString("rule"),
                row.getString("code"),
                Optional.ofNullable(row.getString("cited")).map(json -> JournalJson.read(json, CitedRule.class)),
                Rhythm.valueOf(row.getString("rhythm")),
                new Debtor(
                        State.valueOf(row.getString("debtor")),
                        Optional.ofNullable(row.getString("debtor_site")).map(SiteId::new)),
                row.getInt("people"),
                instant(row, "act").orElseThrow(),
                instant(row, "day"),
                DutyStatus.ofRank(row.getInt("rank")),
                keeper == null
                        ? Optional.empty()
                        : Optional.of(Keeper.valueOf(keeper).words(version == null ? null : new VersionRoot(version))),
                List.of());
    }

    private static Discharge discharge(ResultSet row) throws SQLException {
        return new Discharge(
                State.valueOf(row.getString("said_by")),
                row.getLong("journal_index"),
                row.getString("person"),
                row.getString("certificate"),
                instant(row, "done_at").orElseThrow(),
                new DutyEvidence(Digest.ofHex(row.getString("sha256")), row.getString("title")),
                Optional.ofNullable(row.getString("note")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
