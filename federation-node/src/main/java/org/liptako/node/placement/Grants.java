package org.liptako.node.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Obligation;

/** The grants that bind at this node: those that this State gave as home and the host has accepted, and those that it accepted as host. Thread-safe. */
public final class Grants {
    private final Jdbi jdbi;
    private final PlacementStore placements = new PlacementStore();
    private final OfferStore offers = new OfferStore();

    /** The grants in a node's database. */
    public Grants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A grant that every State concerned has journaled, void or not; empty for one that is not, or not yet, accepted. */
    public Optional<AcceptedGrant> accepted(GrantSerial serial) {
        return statement(serial).map(Grants::read);
    }

    /** Such a grant as the home State has signed it. */
    public Optional<SignedStatement> statement(GrantSerial serial) {
        return jdbi.withHandle(
                handle -> placements.acceptedGrant(handle, serial).or(() -> offers.acceptedGrant(handle, serial)));
    }

    /** Every accepted grant that is not yet void. */
    List<AcceptedGrant> inForce(Instant now) {
        return jdbi.withHandle(handle -> Stream.concat(
                        placements.acceptedGrants(handle, now).stream(), offers.acceptedGrants(handle, now).stream())
                .map(Grants::read)
                .toList());
    }

    static AcceptedGrant read(SignedStatement statement) {
        GrantStatement grant = Statements.read(statement, GrantStatement.class);
        JudgementStatement home = grant.home();
        return new AcceptedGrant(
                grant.serial(),
                home.request(),
                home.state(),
                home.terms(),
                Optional.ofNullable(grant.versionRoot()),
                grant.expires(),
                home.ruleSet(),
                obligations(grant));
    }

    private static List<String> obligations(GrantStatement grant) {
        Decision decision = JudgementWriter.decision(grant.decision());
        return decision.obligations().stream().map(Obligation::code).distinct().toList();
    }
}
