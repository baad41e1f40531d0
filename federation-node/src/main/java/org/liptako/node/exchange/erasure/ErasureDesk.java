package org.liptako.node.exchange.erasure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.transfer.VersionTurns;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.Registers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Erases the copy that a grant names: every version of the dataset at this site, checked to be gone, then journaled. May be repeated, and
 * goes on after a kill. One at a time. Thread-safe.
 */
public final class ErasureDesk {
    private static final Duration TO_GIVE_WAY = Duration.ofSeconds(20);

    private final SiteRecord own;
    private final GrantLedger grants;
    private final Holdings holdings;
    private final LastProvedCopy lastProvedCopy;
    private final JudicialHolds judicialHolds;
    private final DamagedCopies damaged;
    private final VersionTurns turns;

    /** @param registers what courts and authorities have said since the grant was made */
    public ErasureDesk(SiteRecord own, GrantLedger grants, Holdings holdings, VersionTurns turns, Registers registers) {
        this.own = own;
        this.grants = grants;
        this.holdings = holdings;
        this.lastProvedCopy = new LastProvedCopy(own.registry());
        this.damaged = holdings.damaged();
        this.turns = turns;
        this.judicialHolds = new JudicialHolds(registers);
    }

    /**
     * Erases.
     *
     * @return the index of the entry REPLICA_ERASED
     * @throws Failure if the grant does not allow it, a court holds the dataset, nothing is here, or this is the last proved copy; nothing is then removed
     */
    public synchronized long erase(GrantSerial serial) throws IOException {
        ExchangeGrant grant = grants.get(serial);
        OptionalLong before = own.jdbi().withHandle(handle -> grants.journalIndex(handle, serial, Act.ERASED));
        if (before.isPresent()) {
            return before.getAsLong();
        }
        if (!grants.isBegun(serial, Act.ERASED)) {
            checkGrant(grant);
            checkHere(grant.dataset());
            lastProvedCopy.check(grant.dataset(), own.site());
            grants.begin(serial, Act.ERASED);
        }
        remove(grant.dataset());
        checkGone(grant.dataset());
        return own.jdbi().inTransaction(handle -> {
            long index = own.journal()
                    .append(handle, new ReplicaErased(own.journal().now(), serial, grant.dataset(), own.site()));
            grants.done(handle, serial, Act.ERASED, index);
            return index;
        });
    }

    private void checkGrant(ExchangeGrant grant) {
        if (!grant.erases() || !grant.targetSite().equals(own.site())) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_USABLE,
                    "L'autorisation " + grant.serial() + " n'est pas d'effacer sur le site " + own.site() + ".",
                    "The grant " + grant.serial() + " is not for erasing at site " + own.site() + ".");
        }
        grants.mustStand(grant, own.clock().instant());
        // Whoever erases has read the home State's journal at least to this grant, hence every erasure granted before
        // it.
        GrantSummary given = own.registry()
                .grant(grant.serial())
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "Le journal de l'État d'origine n'est pas encore lu jusqu'à l'autorisation " + grant.serial()
                                + ".",
                        "The home State's journal is not yet read up to the grant " + grant.serial() + "."));
        judicialHolds.check(
                grant.serial(), grant.dataset(), given.granted(), own.clock().instant());
    }

    private void checkHere(DatasetId dataset) throws IOException {
        if (!holdings.published().holds(dataset)
                && holdings.store().sealed(dataset).isEmpty()
                && damaged.of(dataset).isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce nœud ne détient aucune copie de " + dataset
                            + " ; il ne peut attester l'effacement d'une autre.",
                    "This node holds no copy of " + dataset + "; it cannot attest that another one is erased.");
        }
    }

    /** A repair that was under way must not have put back what was removed. */
    private void checkGone(DatasetId dataset) throws IOException {
        for (DatasetVersion version : damaged.of(dataset)) {
            if (holdings.store().isHere(version)) {
                throw busy(version);
            }
            damaged.forget(version);
        }
    }

    /** With the turn of the version, so that nothing fills or moves it meanwhile. */
    private void remove(DatasetVersion version, boolean mended) throws IOException {
        try {
            if (!turns.take(version, TO_GIVE_WAY)) {
                throw busy(version);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(version);
        }
        try {
            if (mended) {
                holdings.store().discard(version);
            }
            holdings.store().erase(version);
        } finally {
            turns.release(version);
        }
    }

    private static Failure busy(DatasetVersion version) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La copie de " + version
                        + " est encore en cours de transfert ou de réparation ; répétez dans un instant.",
                "The copy of " + version + " is still being transferred or repaired; repeat in a moment.");
    }

    /** Copies that are damaged may lie among those that are received, while they are mended. */
    private void remove(DatasetId dataset) throws IOException {
        // What is published is listed beside the store: unless it is this site's, nothing of either is gone.
        List<DatasetVersion> sealed = holdings.store().sealed(dataset);
        for (DatasetVersion version : damaged.of(dataset)) {
            remove(version, true);
        }
        holdings.published().erase(dataset);
        for (DatasetVersion version : sealed) {
            remove(version, false);
        }
        holdings.store().finishErasing(dataset);
    }
}
