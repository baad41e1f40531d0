package org.liptako.node.placement.duty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.rules.Jurisdiction;

/** Writes what an entry of a journal says of duties, in the transaction that stores the entry. */
final class DutyEntries {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    /** As long as the protocol lets a note be. */
    private static final int LONGEST = 1_000;

    /** An entry of a State's journal, as this node recorded it. */
    record Entry(Handle handle, State saidBy, long index, Instant recordedAt) {
        /** Nothing has happened later than it was recorded, whatever another node's clock said. */
        Instant noLater(Instant at) {
            return at.isAfter(recordedAt) ? recordedAt : within(at);
        }

        /** The instant as precise as PostgreSQL keeps it, or the nearest in the years that rules are judged in: it would not take them all. */
        static Instant within(Instant at) {
            return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * The one way in which duties arise: each obligation of a permission, from this act on.
     *
     * @param cited the rules in words, those of the obligations among them
     */
    void owed(Entry entry, Ground ground, List<Obligation> obligations, List<CitedRule> cited) {
        for (Obligation obligation : obligations) {
            Optional<CitedRule> rule = cited.stream()
                    .filter(one -> one.id().equals(obligation.rule()))
                    .findFirst();
            owed(entry, ground, obligation, rule);
        }
        DutyReckoning.touchCopy(
                entry.handle(), ground.terms().dataset(), ground.terms().targetSite());
    }

    private static void owed(Entry entry, Ground ground, Obligation obligation, Optional<CitedRule> rule) {
        DutyTerms terms = DutyTerms.of(obligation.code(), ground.terms(), rule);
        String source = ground.source(terms.withCopy());
        Debtor debtor = ground.debtor(terms.debtor());
        Optional<Instant> due =
                Optional.ofNullable(terms.term()).map(term -> term.end(ground.act(), law(obligation.rule())));
        entry.handle()
                .createUpdate("""
                        INSERT INTO duty_ground (said_by, journal_index, id, source, dataset, operation, site, rule, code, cited, rhythm, debtor,
                            debtor_site, people, keeper, with_copy, host, serial, version_root, expires, act, due)
                        VALUES (:saidBy, :index, :id, :source, :dataset, :operation, :site, :rule, :code, :cited, :rhythm, :debtor,
                            :debtorSite, :people, :keeper, :withCopy, :host, :serial, :versionRoot, :expires, :act, :due)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("saidBy", entry.saidBy().name())
                .bind("index", entry.index())
                .bind(
                        "id",
                        DutyId.of(ground.home(), source, obligation.rule(), obligation.code())
                                .value())
                .bind("source", source)
                .bind("dataset", ground.terms().dataset().value())
                .bind("operation", line(ground.terms().operation()))
                .bind("site", ground.terms().targetSite().value())
                .bind("rule", obligation.rule())
                .bind("code", obligation.code())
                .bind("cited", rule.map(JournalJson::write).orElse(null))
                .bind("rhythm", terms.rhythm().name())
                .bind("debtor", debtor.state().name())
                .bind("debtorSite", debtor.site().map(SiteId::value).orElse(null))
                .bind("people", terms.people())
                .bind("keeper", text(terms.keeper()))
                .bind("withCopy", terms.withCopy())
                .bind("host", ground.host().map(State::name).orElse(null))
                .bind("serial", text(ground.serial()))
                .bind("versionRoot", text(ground.versionRoot()))
                .bindByType("expires", timestamp(ground.expires()), OffsetDateTime.class)
                .bind("act", timestamp(ground.act()))
                .bindByType("due", timestamp(due.orElse(null)), OffsetDateTime.class)
                .execute();
    }

    void accepted(Entry entry, GrantSerial serial) {
        entry.handle()
                .createUpdate("INSERT INTO duty_acceptance (said_by, serial) VALUES (:saidBy, :serial)"
                        + " ON CONFLICT DO NOTHING")
                .bind("saidBy", entry.saidBy().name())
                .bind("serial", serial.value())
                .execute();
        DutyReckoning.touchGrant(entry.handle(), serial);
    }

    void withdrawn(Entry entry, GrantSerial serial) {
        entry.handle()
                .createUpdate("INSERT INTO duty_withdrawal (said_by, serial) VALUES (:saidBy, :serial)"
                        + " ON CONFLICT DO NOTHING")
                .bind("saidBy", entry.saidBy().name())
                .bind("serial", serial.value())
                .execute();
        DutyReckoning.touchGrant(entry.handle(), serial);
    }

    void copy(Entry entry, DatasetId dataset, SiteId site, GrantSerial grant, boolean sealed, Instant at) {
        entry.handle()
                .createUpdate("INSERT INTO duty_copy (said_by, journal_index, dataset, site, serial, sealed, at)"
                        + " VALUES (:saidBy, :index, :dataset, :site, :serial, :sealed, :at)")
                .bind("saidBy", entry.saidBy().name())
                .bind("index", entry.index())
                .bind("dataset", dataset.value())
                .bind("site", site.value())
                .bind("serial", grant.value())
                .bind("sealed", sealed)
                .bind("at", timestamp(entry.noLater(at)))
                .execute();
        DutyReckoning.touchCopy(entry.handle(), dataset, site);
        DutyReckoning.touchGrant(entry.handle(), grant);
    }

    void discharged(Entry entry, DutyDischarged event) {
        Instant doneAt = entry.noLater(event.doneAt());
        Optional<Instant> next = DutyTerms.next(event.code(), doneAt, law(event.rule()));
        entry.handle()
                .createUpdate("""
                        INSERT INTO duty_discharge (said_by, journal_index, id, person, certificate, key, done_at, next_due, sha256, title, note)
                        VALUES (:saidBy, :index, :id, :person, :certificate, :key, :doneAt, :next, :sha256, :title, :note)
                        """)
                .bind("saidBy", entry.saidBy().name())
                .bind("index", entry.index())
                .bind("id", event.duty().value())
                .bind("person", line(event.by()))
                .bind("certificate", line(event.certificate()))
                .bind("key", event.key() == null ? null : line(event.key()))
                .bind("doneAt", timestamp(doneAt))
                .bindByType("next", timestamp(next.orElse(null)), OffsetDateTime.class)
                .bind("sha256", event.evidence().sha256().hex())
                .bind("title", line(event.evidence().title()))
                .bind("note", event.note() == null ? null : line(event.note()))
                .execute();
        DutyReckoning.touchDuty(entry.handle(), event.duty());
    }

    void clear(Handle handle) {
        handle.execute("TRUNCATE duty_ground, duty_acceptance, duty_copy, duty_discharge, duty_withdrawal,"
                + " duty_standing, duty_touched");
    }

    /** Whose days count: the jurisdiction with whose code a rule's name begins. */
    private static Jurisdiction law(String rule) {
        int dash = rule.indexOf('-');
        return Jurisdiction.of(dash < 0 ? rule : rule.substring(0, dash)).orElse(Jurisdiction.AES);
    }

    /** What a person, or another State's node, has written freely: PostgreSQL does not keep every character. */
    private static String line(String text) {
        return Printable.line(text, LONGEST);
    }

    private static @Nullable String text(@Nullable Object identifier) {
        return identifier == null ? null : identifier.toString();
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
