package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.peer.PeerReturn;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.GrantListener;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/** Turns accepted grants into transfers, by itself, and says how they stand. Thread-safe. */
public final class TransferDesk implements GrantListener, PeerReturn {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final Holdings holdings;
    private final TransferStore transfers;
    private final TransferRunner runner;
    private final boolean verifyDisk;

    /** @param verifyDisk whether every copy is read again from the disk before it is sealed */
    public TransferDesk(
            SiteRecord own,
            GrantLedger grants,
            Holdings holdings,
            TransferStore transfers,
            TransferRunner runner,
            boolean verifyDisk) {
        this.verifyDisk = verifyDisk;
        this.own = own;
        this.grants = grants;
        this.holdings = holdings;
        this.transfers = transfers;
        this.runner = runner;
    }

    @Override
    public void onAccepted(AcceptedGrant grant) {
        grants.add(grant);
        ExchangeGrant known = grants.get(grant.serial());
        plan(known).ifPresent(plan -> {
            transfers.add(plan, TransferPriority.usual(known.operation()), expectedBytes(plan.version()), verifyDisk);
            runner.wake(plan.grant());
        });
    }

    @Override
    public void answers(State state) {
        runner.answers(state);
    }

    /**
     * Goes on with a transfer, also with one that was stopped.
     *
     * @param verifyDisk whether all of it is to be read again from the disk before it is sealed; what was asked before stays asked
     * @throws Failure INVALID_REQUEST if it is to be read again and is over
     */
    public Transfer start(GrantSerial serial, boolean verifyDisk) {
        Transfer transfer = get(serial);
        if (verifyDisk && !transfers.verifyDisk(serial)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Ce transfert est fini ; pour relire la copie sur son disque : « liptako replica verify "
                            + transfer.plan().version().dataset() + " ».",
                    "This transfer is over; to read the copy again from its disk: liptako replica verify "
                            + transfer.plan().version().dataset() + ".");
        }
        if (transfer.state() == TransferState.STOPPED) {
            transfers.state(serial, TransferState.WAITING, TransferWait.TURN, TransferReasons.ASKED_AGAIN);
        }
        runner.wake(serial);
        return get(serial);
    }

    /**
     * A transfer.
     *
     * @throws Failure NOT_KNOWN if no transfer into this site has that grant; GRANT_NOT_USABLE if the grant names nothing that could move
     */
    public Transfer get(GrantSerial serial) {
        return transfers.find(serial).orElseThrow(() -> {
            grants.find(serial).filter(ExchangeGrant::bringsACopy).ifPresent(ExchangeGrant::moved);
            return Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Aucun transfert vers le site " + own.site() + " n'a l'autorisation " + serial + ".",
                    "No transfer into site " + own.site() + " has the grant " + serial + ".");
        });
    }

    /** Newest first. */
    public List<Transfer> newest(int most) {
        return transfers.newest(most);
    }

    private Optional<TransferPlan> plan(ExchangeGrant grant) {
        if (grant.erases() || !grant.targetSite().equals(own.site())) {
            return Optional.empty();
        }
        return grant.version()
                .filter(version -> !isHere(version))
                .flatMap(version -> source(grant, version)
                        .map(source -> new TransferPlan(
                                grant.serial(), version, grant.encrypted(), source, own.site(), grant.expires())));
    }

    /** What the home State has said of the version that it published last. */
    private long expectedBytes(DatasetVersion version) {
        return own.registry()
                .latestVersion(version.dataset())
                .filter(published -> version.root().equals(published.root())
                        || version.root().equals(published.encryptedRoot()))
                .map(PublishedVersion::bytes)
                .orElse(0L);
    }

    private boolean isHere(DatasetVersion version) {
        try {
            return holdings.published().find(version).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The home State gives; where it is the one that receives, a State that sealed this version gives it back. */
    private Optional<State> source(ExchangeGrant grant, DatasetVersion version) {
        if (grant.home() != own.journal().state()) {
            return Optional.of(grant.home());
        }
        return own.registry().replicas(grant.dataset()).stream()
                .filter(copy -> copy.authoritative()
                        && copy.state().status() == ReplicaStatus.SEALED
                        && version.root().equals(copy.state().versionRoot()))
                .flatMap(copy -> copy.site().state().stream())
                .filter(state -> state != grant.home())
                .findFirst();
    }
}
