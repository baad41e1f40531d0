package org.liptako.node.placement.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

/** The register's rows, read. */
final class DutyRow {
    private DutyRow() {}

    /** A ground, with the place and the day that were reckoned for it. */
    static Duty duty(ResultSet row, Instant now) throws SQLException {
        String keeper = row.getString("keeper");
        String version = row.getString("version_root");
        Instant day = instant(row, "day").orElseThrow();
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
                Optional.of(day).filter(DutyReckoning.NEVER::isAfter),
                DutyStatus.of(row.getInt("place"), day, now),
                keeper == null
                        ? Optional.empty()
                        : Optional.of(Keeper.valueOf(keeper).words(version == null ? null : new VersionRoot(version))),
                List.of());
    }

    static Discharge discharge(ResultSet row) throws SQLException {
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
}
