package org.liptako.node.exchange.serving;

import java.io.IOException;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Decides whether a caller may have the bytes of a version, and records that it has them. Thread-safe. */
public final class ServingDesk {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final Holdings holdings;

    public ServingDesk(SiteRecord own, GrantLedger grants, Holdings holdings) {
        this.own = own;
        this.grants = grants;
        this.holdings = holdings;
    }

    /**
     * The version that a grant lets this caller fetch, now.
     *
     * @throws Failure if the grant is not accepted here, names another receiver, moves nothing, has ended or was withdrawn, or names what is not held here
     */
    HeldVersion open(GrantSerial serial, Caller caller) {
        return held(usable(serial, caller));
    }

    /** Throws as {@link #open} does, should the grant have lapsed since. */
    void recheck(GrantSerial serial, Caller caller) {
        usable(serial, caller);
    }

    /** Journals that the receiver has sealed what it was given, even if the grant has ended since; the same entry each time it is asked. */
    long given(GrantSerial serial, VersionRoot root, Caller caller) {
        ExchangeGrant grant = named(serial, caller);
        if (!grant.moved().root().equals(root)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "L'autorisation " + serial + " porte sur une autre version que " + root + ".",
                    "The grant " + serial + " is for another version than " + root + ".");
        }
        return own.jdbi().inTransaction(handle -> {
            OptionalLong before = grants.claim(handle, serial, Act.GIVEN);
            return before.isPresent() ? before.getAsLong() : journalGiven(handle, grant, held(grant));
        });
    }

    private long journalGiven(Handle handle, ExchangeGrant grant, HeldVersion held) {
        ManifestHeader header = held.manifest().header();
        long index = own.journal()
                .append(
                        handle,
                        new ReplicaGiven(
                                own.journal().now(),
                                grant.serial(),
                                grant.dataset(),
                                grant.targetSite(),
                                header.root(),
                                header.chunks()));
        grants.done(handle, grant.serial(), Act.GIVEN, index);
        return index;
    }

    private HeldVersion held(ExchangeGrant grant) {
        Failure notHeld = Failure.of(
                ErrorCode.NOT_READY,
                "Ce site ne détient pas la version que nomme l'autorisation " + grant.serial() + ".",
                "This site does not hold the version that the grant " + grant.serial() + " names.");
        try {
            return holdings.find(grant.moved())
                    .filter(held -> held.manifest().header().encrypted() == grant.encrypted())
                    .orElseThrow(() -> notHeld);
        } catch (IOException e) {
            throw new Failure(notHeld.code(), notHeld.sentence(), e);
        }
    }

    private ExchangeGrant usable(GrantSerial serial, Caller caller) {
        ExchangeGrant grant = named(serial, caller);
        grants.mustStand(grant, own.clock().instant());
        return grant;
    }

    /** A copy goes from its home State, or back to it; a third State that serves one would first have to ask its own rules. */
    private ExchangeGrant named(GrantSerial serial, Caller caller) {
        ExchangeGrant grant = grants.get(serial);
        boolean receiver = caller.site().filter(grant.targetSite()::equals).isPresent();
        boolean party = grant.home() == own.journal().state() || grant.home() == caller.state();
        if (!receiver || !party) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_ENTITLED,
                    "L'autorisation " + serial + " ne désigne pas ce récepteur, ou pas cette source.",
                    "The grant " + serial + " does not name this receiver, or not this source.");
        }
        return grant;
    }
}
