package org.liptako.node.exchange.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The grants between other States, as their journals tell of them: by these a third State that holds a copy knows to whom it may give chunks
 * of it. Thread-safe.
 */
public final class HeardGrants {
    private final Jdbi jdbi;

    public HeardGrants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A grant that the home State's journal gives and the receiving State's, where that is another, accepts in the same terms. */
    public Optional<ExchangeGrant> find(GrantSerial serial) {
        Map<State, ExchangeGrant> said = new EnumMap<>(State.class);
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM exchange_heard_grant WHERE serial = :serial")
                .bind("serial", serial.value())
                .map((row, context) -> Map.entry(State.valueOf(row.getString("said_by")), grant(serial, row)))
                .forEach(word -> said.put(word.getKey(), word.getValue())));
        return serial.home()
                .flatMap(home -> Optional.ofNullable(said.get(home)))
                .filter(given -> given.targetSite()
                        .state()
                        .filter(host -> given.equals(said.get(host)))
                        .isPresent());
    }

    private static ExchangeGrant grant(GrantSerial serial, ResultSet row) throws SQLException {
        DatasetId dataset = new DatasetId(row.getString("dataset"));
        return new ExchangeGrant(
                serial,
                serial.home().orElseThrow(),
                dataset,
                row.getString("operation"),
                new SiteId(row.getString("target_site")),
                Optional.ofNullable(row.getString("version_root"))
                        .map(root -> new DatasetVersion(dataset, new VersionRoot(root))),
                row.getBoolean("encrypted"),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }
}
