package org.liptako.node.exchange.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.watch.Withdrawals;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The accepted grants, and the index of what was journaled under each. Thread-safe. */
public final class GrantLedger {
    /** What is done once under a grant and may be asked for again. */
    public enum Act {
        GIVEN,
        ERASED
    }

    private final Jdbi jdbi;
    private final Withdrawals withdrawals;

    public GrantLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.withdrawals = new Withdrawals(jdbi);
    }

    /** Takes a grant; one that is known stays as it is. */
    public void add(AcceptedGrant grant) {
        PlacementTerms terms = grant.terms();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO exchange_grant (serial, home, dataset, operation, target_site,"
                                + " encrypted, version_root, expires) VALUES (:serial, :home, :dataset, :operation, :site, :encrypted, :root, :expires) ON CONFLICT DO NOTHING")
                .bind("serial", grant.serial().value())
                .bind("home", grant.home().name())
                .bind("dataset", terms.dataset().value())
                .bind("operation", terms.operation())
                .bind("site", terms.targetSite().value())
                .bind("encrypted", Boolean.TRUE.equals(terms.encrypted()))
                .bind("root", grant.versionRoot().map(VersionRoot::value).orElse(null))
                .bind("expires", grant.expires().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /**
     * A grant by its serial.
     *
     * @throws Failure NOT_KNOWN if it is not, or not yet, accepted as far as this node knows
     */
    public ExchangeGrant get(GrantSerial serial) {
        return find(serial)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "L'autorisation " + serial + " n'est pas, ou pas encore, acceptée ici.",
                        "The grant " + serial + " is not, or not yet, accepted here."));
    }

    /** A grant by its serial; empty for one that is not, or not yet, accepted as far as this node knows. */
    public Optional<ExchangeGrant> find(GrantSerial serial) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM exchange_grant WHERE serial = :serial")
                .bind("serial", serial.value())
                .map((row, context) -> grant(row))
                .findOne());
    }

    /**
     * Lets nothing be done under a grant that has ended, or that a State has withdrawn.
     *
     * @throws Failure GRANT_NOT_USABLE; with the rule and its article where the grant has lost its ground
     */
    public void mustStand(ExchangeGrant grant, Instant at) {
        if (grant.isVoidAt(at)) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_USABLE,
                    "L'autorisation " + grant.serial() + " a pris fin ; demandez-en une nouvelle.",
                    "The grant " + grant.serial() + " has ended; ask for a new one.");
        }
        mustNotBeWithdrawn(grant);
    }

    /**
     * Lets nothing be done under a grant that a State has withdrawn, ended or not.
     *
     * @throws Failure GRANT_NOT_USABLE, with the rule and its article
     */
    public void mustNotBeWithdrawn(ExchangeGrant grant) {
        withdrawn(grant.serial(), grant.targetSite()).ifPresent(why -> {
            throw new Failure(ErrorCode.GRANT_NOT_USABLE, why);
        });
    }

    /** Why a grant for a copy at this site was withdrawn; empty as long as it was not. */
    public Optional<Sentence> withdrawn(GrantSerial serial, SiteId site) {
        return withdrawals.of(serial, site);
    }

    /** The entry that an act under a grant has, if it was done. */
    public OptionalLong journalIndex(Handle handle, GrantSerial serial, Act act) {
        return handle.createQuery("SELECT journal_index FROM exchange_act WHERE serial = :serial AND act = :act"
                        + " AND journal_index IS NOT NULL")
                .bind("serial", serial.value())
                .bind("act", act.name())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Records that an act begins, unless it has, and keeps others from it until this transaction ends.
     *
     * @return the entry that it has, if it was done, maybe by one that this waited for
     */
    public OptionalLong claim(Handle handle, GrantSerial serial, Act act) {
        handle.createUpdate("INSERT INTO exchange_act (serial, act) VALUES (:serial, :act) ON CONFLICT DO NOTHING")
                .bind("serial", serial.value())
                .bind("act", act.name())
                .execute();
        handle.createQuery("SELECT 1 FROM exchange_act WHERE serial = :serial AND act = :act FOR UPDATE")
                .bind("serial", serial.value())
                .bind("act", act.name())
                .mapTo(Integer.class)
                .one();
        return journalIndex(handle, serial, act);
    }

    /** Whether an act was begun: it is then gone on with, whatever has changed since. */
    public boolean isBegun(GrantSerial serial, Act act) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 FROM exchange_act WHERE serial = :serial AND act = :act")
                        .bind("serial", serial.value())
                        .bind("act", act.name())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Records that an act begins. */
    public void begin(GrantSerial serial, Act act) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO exchange_act (serial, act) VALUES (:serial, :act)")
                .bind("serial", serial.value())
                .bind("act", act.name())
                .execute());
    }

    /** Records that an act was journaled, in the transaction that journals it. */
    public void done(Handle handle, GrantSerial serial, Act act, long journalIndex) {
        handle.createUpdate("INSERT INTO exchange_act (serial, act, journal_index) VALUES (:serial, :act, :index)"
                        + " ON CONFLICT (serial, act) DO UPDATE SET journal_index = :index")
                .bind("serial", serial.value())
                .bind("act", act.name())
                .bind("index", journalIndex)
                .execute();
    }

    private static ExchangeGrant grant(ResultSet row) throws SQLException {
        DatasetId dataset = new DatasetId(row.getString("dataset"));
        return new ExchangeGrant(
                new GrantSerial(row.getString("serial")),
                State.valueOf(row.getString("home")),
                dataset,
                row.getString("operation"),
                new SiteId(row.getString("target_site")),
                Optional.ofNullable(row.getString("version_root"))
                        .map(root -> new DatasetVersion(dataset, new VersionRoot(root))),
                row.getBoolean("encrypted"),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }
}
