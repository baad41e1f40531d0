package org.liptako.node.exchange.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.exchange.grant.HeardGrants;
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
final class ServingDesk {
    /** A little less than the time between two checks of a call. */
    private static final Duration GOOD_FOR = Duration.ofMillis(900);

    private static final int MOST_REMEMBERED = 1_000;

    /** When grants stood, of those under which something is given now. */
    private final Map<GrantSerial, Instant> stood = new ConcurrentHashMap<>();

    private final SiteRecord own;
    private final GrantLedger grants;
    private final HeardGrants heard;
    private final ThirdHolder third;
    private final RepairRight repairs;
    private final Holdings holdings;

    ServingDesk(SiteRecord own, GrantLedger grants, Holdings holdings) {
        this.own = own;
        this.grants = grants;
        this.heard = new HeardGrants(own.jdbi());
        this.third = new ThirdHolder(own);
        this.repairs = new RepairRight(own.registry());
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

    /** Throws as {@link #open} does, should the grant have lapsed since. The calls under one grant are checked together. */
    void recheck(GrantSerial serial, Caller caller) {
        Instant now = own.clock().instant();
        Instant last = stood.get(serial);
        if (last == null || now.isBefore(last) || !now.isBefore(last.plus(GOOD_FOR))) {
            usable(serial, caller);
            if (stood.size() >= MOST_REMEMBERED) {
                stood.clear();
            }
            stood.put(serial, now);
        }
    }

    /** Journals that the receiver has sealed what it was given, even if the grant has ended since; the same entry each time it is asked. */
    long given(GrantSerial serial, VersionRoot root, Caller caller) {
        ExchangeGrant grant = named(serial, caller);
        if (!isParty(grant)) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_ENTITLED,
                    "L'autorisation " + serial + " a une autre source ; c'est elle qui inscrit ce qu'elle a donné.",
                    "The grant " + serial + " has another source; it is that one which journals what it gave.");
        }
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
        Failure notHeld = notHeld(grant);
        try {
            return holdings.find(grant.moved())
                    .filter(held -> held.manifest().header().encrypted() == grant.encrypted())
                    .orElseThrow(() -> notHeld);
        } catch (IOException e) {
            throw new Failure(notHeld.code(), notHeld.sentence(), e);
        } catch (Failure e) {
            // Where this site's store is, and what is wrong with it, is no peer's affair.
            throw e.code() == ErrorCode.STORE_UNKNOWN ? new Failure(notHeld.code(), notHeld.sentence(), e) : e;
        }
    }

    private static Failure notHeld(ExchangeGrant grant) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "Ce site ne détient pas la version que nomme l'autorisation " + grant.serial() + ".",
                "This site does not hold the version that the grant " + grant.serial() + " names.");
    }

    private ExchangeGrant usable(GrantSerial serial, Caller caller) {
        ExchangeGrant grant = named(serial, caller);
        mustStand(grant);
        if (isWithdrawn(grant)) {
            throw damaged(grant);
        }
        if (!isParty(grant)) {
            third.mustBeFreeToGive(grant, grant.moved());
        }
        return grant;
    }

    private void mustStand(ExchangeGrant grant) {
        Instant now = own.clock().instant();
        if (grant.isVoidAt(now) && repairs.covers(grant, grant.moved())) {
            grants.mustNotBeWithdrawn(grant);
        } else {
            grants.mustStand(grant, now);
        }
    }

    private boolean isWithdrawn(ExchangeGrant grant) {
        try {
            return holdings.isWithdrawn(grant.moved());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chunk that was read here is not the manifest's: a copy that was received is withdrawn at once, and mended by itself. */
    Failure damaged(GrantSerial serial, Failure found) {
        ExchangeGrant grant = grants.find(serial).or(() -> heard.find(serial)).orElseThrow(() -> found);
        try {
            if (holdings.withdraw(grant.moved())) {
                return damaged(grant);
            }
            return holdings.find(grant.moved()).isPresent() ? found : notHeld(grant);
        } catch (IOException | RuntimeException e) {
            found.addSuppressed(e);
            return found;
        }
    }

    private Failure damaged(ExchangeGrant grant) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La copie de " + grant.moved() + " sur le site " + own.site()
                        + " est endommagée ; elle n'est plus donnée avant d'être réparée. Demandez à un autre détenteur.",
                "The copy of " + grant.moved() + " at site " + own.site()
                        + " is damaged; it is not given until it is repaired. Ask another holder.");
    }

    /** As this State gave or accepted it, or as the journals of those who did tell of it. */
    private ExchangeGrant named(GrantSerial serial, Caller caller) {
        ExchangeGrant grant = grants.find(serial)
                .or(() -> heard.find(serial))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "L'autorisation " + serial + " n'est pas, ou pas encore, connue ici comme acceptée.",
                        "The grant " + serial + " is not, or not yet, known here as accepted."));
        if (caller.site().filter(grant.targetSite()::equals).isEmpty()) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_ENTITLED,
                    "L'autorisation " + serial + " ne désigne pas ce récepteur.",
                    "The grant " + serial + " does not name this receiver.");
        }
        return grant;
    }

    /** Whether the copy goes from its home State, or back to it. */
    private boolean isParty(ExchangeGrant grant) {
        return grant.home() == own.journal().state()
                || grant.targetSite().state().filter(grant.home()::equals).isPresent();
    }
}
