package org.liptako.node.exchange.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.ReplicaReceiver.Watcher;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the manifest of a replica at hand, checked: the one that was kept, or anew from whoever holds the version. Thread-safe. */
final class ManifestFetch {
    private static final Logger LOG = LoggerFactory.getLogger(ManifestFetch.class);

    private final ReplicaStore store;
    private final ReplicaExchangeClient client;
    private final ManifestCheck check;

    ManifestFetch(ReplicaStore store, ReplicaExchangeClient client, ManifestCheck check) {
        this.store = store;
        this.client = client;
        this.check = check;
    }

    /** From what an earlier attempt kept, else from a holder. Checked either way: disks are not trusted more than peers. */
    SignedManifest get(TransferPlan plan, List<State> asked, Watcher watcher) throws IOException, InterruptedException {
        Optional<SignedManifest> kept;
        try {
            kept = store.partial(plan.version());
        } catch (DamagedManifestException e) {
            LOG.warn("{} That of {} is fetched anew.", e.getMessage(), plan.version());
            return renewed(plan, asked, watcher);
        }
        if (kept.isEmpty()) {
            return fetch(plan, asked, watcher);
        }
        if (check.isAltered(kept.get())) {
            return renewed(plan, asked, watcher);
        }
        check.check(kept.get().manifest().header(), kept.get().statement(), plan);
        return kept.get();
    }

    private SignedManifest renewed(TransferPlan plan, List<State> asked, Watcher watcher)
            throws IOException, InterruptedException {
        SignedManifest signed = fetch(plan, asked, watcher);
        store.renew(signed);
        return signed;
    }

    /**
     * A sealed copy, with the manifest beside it read anew; where the disk has damaged that one, with one that is fetched as a transfer does.
     *
     * @param asked who may give it
     * @throws TransferBreak if nobody does
     */
    Optional<HeldVersion> sealedAnew(TransferPlan plan, Supplier<List<State>> asked, Watcher watcher)
            throws IOException, InterruptedException {
        try {
            Optional<HeldVersion> sealed = store.sealedAnew(plan.version());
            if (sealed.isEmpty() || !check.isAltered(sealed.get().signed())) {
                return sealed;
            }
        } catch (DamagedManifestException e) {
            LOG.warn("{} That of {} is fetched anew.", e.getMessage(), plan.version());
        }
        renewed(plan, asked.get(), watcher);
        return store.sealedAnew(plan.version());
    }

    /** From the source; where that cannot give it, from the first that can. */
    private SignedManifest fetch(TransferPlan plan, List<State> asked, Watcher watcher)
            throws IOException, InterruptedException {
        TransferBreak first = null;
        for (State holder : asked) {
            try {
                return client.manifest(
                        plan.from(holder),
                        store.draft(plan.version()),
                        (header, statement) -> check.check(header, statement, plan),
                        watcher::look);
            } catch (TransferBreak e) {
                if (e.endsTheTransfer() && (first == null || e.isOwn())) {
                    throw e;
                }
                first = first == null ? e : first;
            } catch (Failure e) {
                if (first == null) {
                    throw e;
                }
                LOG.info("{} does not give the manifest of {} either.", holder, plan.version(), e);
            }
        }
        throw first == null ? TransferBreak.stalled(plan.source()) : first;
    }
}
