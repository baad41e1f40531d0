package org.liptako.node.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Keeps what this State, as host, has offered and accepted. */
final class OfferStore {
    private static final String COLUMNS =
            "home, request_id, terms, home_statement, host_statement, expires, grant_said, acceptance";

    /**
     * Keeps an offer in place of an earlier one for the same request.
     *
     * @return false if a grant over that one was accepted meanwhile
     */
    boolean put(Handle handle, Offer offer) {
        return handle.createUpdate("""
                        INSERT INTO placement_offer (home, request_id, terms, home_statement, host_statement, expires)
                        VALUES (:home, :id, :terms, :homeStatement, :hostStatement, :expires)
                        ON CONFLICT (home, request_id) DO UPDATE SET
                            home_statement = :homeStatement, host_statement = :hostStatement, expires = :expires
                        WHERE placement_offer.acceptance IS NULL
                        """)
                        .bind("home", offer.home().name())
                        .bind("id", offer.request().value())
                        .bind("terms", JournalJson.write(offer.terms()))
                        .bind("homeStatement", JournalJson.write(offer.homeStatement()))
                        .bind("hostStatement", JournalJson.write(offer.hostStatement()))
                        .bind("expires", timestamp(offer.expires()))
                        .execute()
                == 1;
    }

    /**
     * Keeps the acceptance of a grant.
     *
     * @return false if one was accepted meanwhile, or the offer is another now
     */
    boolean accept(Handle handle, Offer offer, Offer.Taken taken) {
        GrantStatement grant = Statements.read(taken.grant(), GrantStatement.class);
        return handle.createUpdate("""
                        UPDATE placement_offer SET serial = :serial, grant_said = :grant, grant_expires = :expires, acceptance = :acceptance
                        WHERE home = :home AND request_id = :id AND host_statement = :hostStatement AND acceptance IS NULL
                        """)
                        .bind("serial", grant.serial().value())
                        .bind("grant", JournalJson.write(taken.grant()))
                        .bind("expires", timestamp(grant.expires()))
                        .bind("acceptance", JournalJson.write(taken.acceptance()))
                        .bind("home", offer.home().name())
                        .bind("id", offer.request().value())
                        .bind("hostStatement", JournalJson.write(offer.hostStatement()))
                        .execute()
                == 1;
    }

    Optional<Offer> find(Handle handle, State home, RequestId request) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM placement_offer WHERE home = :home AND request_id = :id")
                .bind("home", home.name())
                .bind("id", request.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The grant with this serial, if it was accepted here. */
    Optional<SignedStatement> acceptedGrant(Handle handle, GrantSerial serial) {
        return handle.createQuery("SELECT grant_said FROM placement_offer WHERE serial = :serial")
                .bind("serial", serial.value())
                .mapTo(String.class)
                .findOne()
                .map(json -> JournalJson.read(json, SignedStatement.class));
    }

    /** The grants that were accepted here and are not yet void. */
    List<SignedStatement> acceptedGrants(Handle handle, Instant now) {
        return handle.createQuery(
                        "SELECT grant_said FROM placement_offer WHERE grant_expires > :now ORDER BY grant_expires")
                .bind("now", timestamp(now))
                .mapTo(String.class)
                .map(json -> JournalJson.read(json, SignedStatement.class))
                .list();
    }

    private static Offer read(ResultSet row) throws SQLException {
        String acceptance = row.getString("acceptance");
        return new Offer(
                State.valueOf(row.getString("home")),
                new RequestId(row.getString("request_id")),
                JournalJson.read(row.getString("terms"), PlacementTerms.class),
                JournalJson.read(row.getString("home_statement"), SignedStatement.class),
                JournalJson.read(row.getString("host_statement"), SignedStatement.class),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                acceptance == null
                        ? Optional.empty()
                        : Optional.of(new Offer.Taken(
                                JournalJson.read(row.getString("grant_said"), SignedStatement.class),
                                JournalJson.read(acceptance, SignedStatement.class))));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
