package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Accepts, as the host State, the grants that home makes over this State's offers. Nothing is accepted before it is journaled. Thread-safe. */
final class AcceptanceDesk {
    private final Jdbi jdbi;
    private final Journal journal;
    private final OfferStore offers;
    private final Statements statements;
    private final GrantCheck check;
    private final GrantAnnouncer announcer;
    private final Witnessing witnesses;

    AcceptanceDesk(
            Jdbi jdbi,
            Journal journal,
            OfferStore offers,
            Statements statements,
            GrantCheck check,
            GrantAnnouncer announcer,
            Witnessing witnesses) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.offers = offers;
        this.statements = statements;
        this.check = check;
        this.announcer = announcer;
        this.witnesses = witnesses;
    }

    /**
     * This State's acceptance, signed; the same again for a grant that was accepted before.
     *
     * @throws Failure STATEMENT_INVALID, NOT_KNOWN, GRANT_NOT_USABLE, or NOT_WITNESSED where it is journaled and waits to be told
     */
    SignedStatement accept(State home, SignedStatement said) {
        SignedStatement acceptance = journaled(home, said);
        witnesses.lacking().ifPresent(lacking -> {
            throw new Failure(ErrorCode.NOT_WITNESSED, lacking);
        });
        return acceptance;
    }

    private SignedStatement journaled(State home, SignedStatement said) {
        GrantStatement grant = open(home, said);
        Offer offer = jdbi.withHandle(
                        handle -> offers.find(handle, home, grant.home().request()))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucune offre n'a été faite ici pour la demande "
                                + grant.home().request() + ".",
                        "No offer was made here for request " + grant.home().request() + "."));
        Optional<SignedStatement> before = taken(offer, said);
        if (before.isPresent()) {
            return before.get();
        }
        check.mustBeUsable(grant, offer);
        if (jdbi.withHandle(handle -> offers.acceptedGrant(handle, grant.serial()))
                .isPresent()) {
            throw GrantCheck.unusable(
                    "une autorisation d'une autre demande porte déjà son numéro",
                    "a grant of another request bears its serial already");
        }
        return take(offer, grant, said);
    }

    /** Home repeats a grant until it is answered, also past its certificate's end. {@link GrantCheck} holds its time to that of the question, which was judged when it came. */
    private GrantStatement open(State home, SignedStatement said) {
        try {
            return statements.openKept(
                    said,
                    GrantStatement.CONTEXT,
                    home,
                    GrantStatement.class,
                    grant -> grant.home().at());
        } catch (RefusedStatementException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, Reasons.statement(home, e.words()), e);
        }
    }

    private static Optional<SignedStatement> taken(Offer offer, SignedStatement grant) {
        if (offer.taken().isEmpty()) {
            return Optional.empty();
        }
        Offer.Taken taken = offer.taken().get();
        if (!taken.grant().equals(grant)) {
            throw GrantCheck.unusable(
                    "une autre autorisation a déjà été acceptée pour cette demande",
                    "another grant was already accepted for this request");
        }
        return Optional.of(taken.acceptance());
    }

    private SignedStatement take(Offer offer, GrantStatement grant, SignedStatement said) {
        Instant now = journal.now();
        AcceptanceStatement content =
                new AcceptanceStatement(offer.request(), grant.serial(), journal.state(), Statements.digest(said), now);
        SignedStatement acceptance = statements.sign(AcceptanceStatement.CONTEXT, content);
        boolean written = jdbi.inTransaction(handle -> {
            boolean won = offers.accept(handle, offer, new Offer.Taken(said, acceptance));
            if (won) {
                journal.append(
                        handle,
                        new PlacementAccepted(
                                now,
                                grant.serial(),
                                offer.request(),
                                offer.terms(),
                                grant.versionRoot(),
                                grant.expires(),
                                grant.home().ruleSet(),
                                said));
            }
            return won;
        });
        if (!written) {
            // Another call for the same grant, or a newer offer, came in between: what is stored now decides.
            return journaled(offer.home(), said);
        }
        announcer.announce(Grants.read(said));
        return acceptance;
    }
}
