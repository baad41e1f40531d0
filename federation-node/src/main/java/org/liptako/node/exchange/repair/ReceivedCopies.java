package org.liptako.node.exchange.repair;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.damage.DamagedCopy;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.repair.GoneCopies.GoneCopy;
import org.liptako.node.exchange.store.CopyReading;
import org.liptako.node.exchange.store.DamagedManifestException;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.transfer.ManifestCheck;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries copies that this site received: what is not as the journal says is withdrawn at once, what is sound is journaled as proved. Thread-safe. */
final class ReceivedCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ReceivedCopies.class);

    private final ReplicaStore store;
    private final DamagedCopies damaged;
    private final ManifestCheck check;
    private final GoneCopies gone;
    private final RepairHolders holders;
    private final ReplacedCopies replaced;

    ReceivedCopies(SiteRecord own, Holdings holdings, ManifestCheck check) {
        this.store = holdings.store();
        this.damaged = holdings.damaged();
        this.check = check;
        this.gone = new GoneCopies(own, holdings);
        this.holders = new RepairHolders(own);
        this.replaced = new ReplacedCopies(own);
    }

    /** Reads a copy; empty if it was erased or taken into repair meanwhile, so that what was read says nothing. */
    Optional<CopyVerdict> read(DatasetVersion version, VerifyDesk.Progress progress) throws IOException {
        Optional<HeldVersion> held;
        try {
            held = store.sealedAnew(version);
        } catch (DamagedManifestException e) {
            LOG.warn("{} The copy of {} is withdrawn.", e.getMessage(), version);
            return Optional.of(withoutManifest(version));
        }
        if (held.isEmpty()) {
            return Optional.empty();
        }
        if (check.isAltered(held.get().signed())) {
            LOG.warn("The header beside the copy of {} is not as it was signed.", version);
            return Optional.of(withoutManifest(version));
        }
        BitSet wrong = read(held.get(), progress);
        if (store.sealed(version).isEmpty() || damaged.contains(version)) {
            return Optional.empty();
        }
        if (!wrong.isEmpty()) {
            damaged.withdraw(version, wrong.cardinality());
        } else if (!damaged.provedUnlessWithdrawn(held.get().manifest().header())) {
            return Optional.empty();
        }
        return Optional.of(verdict(held.get(), wrong, false));
    }

    /** What is to be said of a copy that is withdrawn already. */
    CopyVerdict unread(DamagedCopy copy) {
        return replaced.contains(copy.version())
                ? new CopyVerdict.Unread(copy.version(), CopyVerdict.Why.REPLACED, RepairDesk.REPLACED.reason())
                : new CopyVerdict.Unread(copy.version(), CopyVerdict.Why.IN_REPAIR, copy.why());
    }

    /** Withdraws the copy of a dataset of which nothing is left here. */
    Optional<CopyVerdict> gone(DatasetId dataset) throws IOException {
        return gone.of(dataset)
                .filter(copy -> !damaged.contains(copy.version()))
                .map(this::withdrawn);
    }

    private CopyVerdict withdrawn(GoneCopy copy) {
        Sentence why = RepairHolders.joined(
                new Sentence(
                        "Rien de cette copie n'est plus sur ce site, alors que le journal la disait scellée : elle est"
                                + " retirée. Si son disque n'est pas monté, montez-le.",
                        "Nothing of this copy lies at this site any more, where the journal called it sealed: it is"
                                + " withdrawn. If its disk is not mounted, mount it."),
                List.of(holders.words(copy.version())));
        damaged.withdraw(copy.version(), copy.chunks());
        BitSet all = new BitSet();
        all.set(0, copy.chunks());
        damaged.lost(copy.version(), all);
        damaged.explain(copy.version(), why);
        return new CopyVerdict.Unread(copy.version(), CopyVerdict.Why.GONE, why);
    }

    /** No chunk is said to be damaged: what they are to be is known once the manifest is fetched anew. */
    private CopyVerdict withoutManifest(DatasetVersion version) {
        Sentence why = RepairHolders.joined(
                new Sentence(
                        "Le manifeste gardé à côté de la copie est endommagé : elle est retirée, et ses octets seront"
                                + " jugés sur celui qui est demandé à nouveau.",
                        "The manifest kept beside the copy is damaged: it is withdrawn, and its bytes are judged by the"
                                + " one that is fetched anew."),
                List.of(holders.words(version)));
        damaged.withdraw(version, 0);
        damaged.explain(version, why);
        return new CopyVerdict.Unread(version, CopyVerdict.Why.MANIFEST, why);
    }

    static BitSet read(HeldVersion held, VerifyDesk.Progress progress) throws IOException {
        int chunks = held.manifest().header().chunks();
        return CopyReading.damaged(held, done -> progress.at(done, chunks));
    }

    static CopyVerdict verdict(HeldVersion held, BitSet wrong, boolean published) {
        DatasetVersion version = held.manifest().header().version();
        int chunks = held.manifest().header().chunks();
        return wrong.isEmpty()
                ? new CopyVerdict.Sound(version, chunks, published)
                : new CopyVerdict.Damaged(
                        version, chunks, wrong.cardinality(), DamagedFiles.of(held.manifest(), wrong), published);
    }
}
