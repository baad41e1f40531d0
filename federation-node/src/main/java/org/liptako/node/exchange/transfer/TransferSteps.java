package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;

/** The steps of a transfer that bind: each changes journal and transfer in one transaction, and may be repeated after a kill. Thread-safe. */
public final class TransferSteps {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final TransferStore transfers;
    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final DamagedCopies damaged;

    public TransferSteps(
            SiteRecord own,
            GrantLedger grants,
            TransferStore transfers,
            ReplicaStore store,
            ReplicaExchangeClient client) {
        this.own = own;
        this.grants = grants;
        this.transfers = transfers;
        this.store = store;
        this.client = client;
        this.damaged = new DamagedCopies(own);
    }

    /** Why a State has withdrawn the grant; empty as long as it stands. */
    Optional<Sentence> withdrawn(TransferPlan plan) {
        return grants.withdrawn(plan.grant(), plan.site());
    }

    /** Whether a copy of the same version was sealed here before, and its disk has damaged it. */
    boolean isDamagedHere(TransferPlan plan) {
        return damaged.contains(plan.version());
    }

    /** Whether such a copy is here and nobody mends it, because the journal has another version in its place, or none: only a transfer does. */
    boolean isLeftDamagedHere(TransferPlan plan) {
        return isDamagedHere(plan)
                && own.registry()
                        .replica(plan.version().dataset(), plan.site())
                        .filter(copy -> copy.state().status() == ReplicaStatus.UNPROVEN)
                        .filter(copy ->
                                plan.version().root().equals(copy.state().versionRoot()))
                        .filter(copy -> copy.state().grant() != null)
                        .isEmpty();
    }

    /** Chunks begin to move; the first time, the journal says so. Gives the number of the attempt, from 1. */
    int begin(TransferPlan plan) {
        return own.jdbi().inTransaction(handle -> {
            int attempt = transfers.begin(handle, plan.grant());
            if (attempt == 1) {
                own.journal()
                        .append(
                                handle,
                                new TransferStarted(
                                        own.journal().now(),
                                        plan.grant(),
                                        plan.version().dataset(),
                                        plan.site(),
                                        plan.version().root()));
            }
            return attempt;
        });
    }

    /** A holder has sent wrong chunks: whoever runs its node, or trusts it, is to hear of it. */
    void leftAlone(TransferPlan plan, HolderShare share) {
        own.journal()
                .append(new AlarmRaised(
                        own.journal().now(),
                        "HOLDER_SENT_WRONG_CHUNKS",
                        share.state(),
                        TransferReasons.leftAlone(plan, share.state(), share.wrong()),
                        plan.version().dataset()));
    }

    /** The replica is whole: journaled first, then released from quarantine. False if it was sealed or given up meanwhile: nothing is journaled then. */
    boolean seal(TransferPlan plan, ManifestHeader header) {
        return own.jdbi().inTransaction(handle -> {
            if (!transfers.isOpen(handle, plan.grant())) {
                return false;
            }
            damaged.forget(handle, plan.version());
            transfers.state(handle, plan.grant(), TransferState.SEALED, TransferWait.NOTHING, TransferReasons.SEALED);
            own.journal()
                    .append(
                            handle,
                            new ReplicaSealed(
                                    own.journal().now(),
                                    plan.grant(),
                                    header.dataset(),
                                    plan.site(),
                                    header.root(),
                                    header.chunks(),
                                    header.encrypted()));
            return true;
        });
    }

    /** What follows sealing: the replica is released, and the source journals that it gave it. */
    void confirm(TransferPlan plan) {
        try {
            store.seal(plan.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client.confirm(plan);
        transfers.confirmed(plan.grant());
    }

    void wait(TransferPlan plan, TransferWait waitsFor, Sentence reason) {
        transfers.state(plan.grant(), TransferState.WAITING, waitsFor, reason);
    }

    void stop(TransferPlan plan, TransferWait waitsFor, Sentence reason) {
        transfers.state(plan.grant(), TransferState.STOPPED, waitsFor, reason);
    }

    /** Ends a transfer whose grant has ended. What came is removed, unless another grant goes on with the same version, or a copy of it is mended. */
    void discard(Transfer transfer) {
        TransferPlan plan = transfer.plan();
        boolean shared = transfers.unfinished().stream()
                .map(Transfer::plan)
                .anyMatch(other ->
                        other.version().equals(plan.version()) && !other.grant().equals(plan.grant()));
        try {
            if (!shared && !damaged.contains(plan.version())) {
                store.discard(plan.version());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own.jdbi().useTransaction(handle -> {
            transfers.state(
                    handle, plan.grant(), TransferState.DISCARDED, TransferWait.RULE, TransferReasons.GRANT_ENDED);
            if (transfer.attempts() > 0) {
                own.journal()
                        .append(
                                handle,
                                new TransferDiscarded(
                                        own.journal().now(),
                                        plan.grant(),
                                        plan.version().dataset(),
                                        plan.site(),
                                        TransferReasons.GRANT_ENDED.en()));
            }
        });
    }
}
