package org.liptako.node.possession.reconcile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.repair.ReplacedCopies;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.possession.holding.HeldCopy;

/** Looks in the store for what the journals say was sealed at this site, a page at a time. */
final class CopyComparison {
    private static final int PAGE = 500;

    private final Stock stock;
    private final Look look;
    private final ReplacedCopies replaced;
    private final Instant provedSince;

    /** @param proofAge how long a copy may lie without being read whole */
    CopyComparison(Stock stock, Look look, Duration proofAge) {
        this.stock = stock;
        this.look = look;
        this.replaced = new ReplacedCopies(stock.own());
        this.provedSince = stock.own().clock().instant().minus(proofAge);
    }

    void compare() throws IOException {
        Optional<DatasetVersion> last = Optional.empty();
        List<HeldCopy> page;
        do {
            page = stock.journaled().at(stock.own().site(), last, PAGE);
            for (HeldCopy copy : page) {
                compare(copy);
                look.compared();
                last = Optional.of(copy.version());
            }
        } while (page.size() == PAGE);
    }

    private void compare(HeldCopy copy) throws IOException {
        Optional<StoreStep> step = stock.step(copy.version());
        if (step.isEmpty() && replaced.contains(copy.version())) {
            // Another version has taken its place in the journal: nobody counts on it, and nobody mends it.
            return;
        }
        if (copy.withdrawn()) {
            // Wherever its parts are, if there are any: it is being mended.
            found(HoldingCause.WITHDRAWN, copy.version());
        } else if (step.isEmpty()) {
            found(HoldingCause.GONE, copy.version());
        } else if (step.get() == StoreStep.SEALED) {
            sealed(copy);
        } else if (step.get() == StoreStep.ERASING || isBeingSealed(step.get(), copy.version())) {
            look.underWay();
        } else {
            found(HoldingCause.BROKEN, copy.version());
        }
    }

    private void sealed(HeldCopy copy) {
        look.there();
        if (copy.provedAt().isBefore(provedSince)) {
            found(HoldingCause.PROOF_OLD, copy.version());
        } else {
            look.matched();
        }
    }

    /** The journal says it first. */
    private boolean isBeingSealed(StoreStep step, DatasetVersion version) {
        return step == StoreStep.QUARANTINED && stock.underWay(List.of(version)).contains(version);
    }

    private void found(HoldingCause cause, DatasetVersion version) {
        look.found(HoldingFinding.of(cause, stock.own().site(), version.dataset(), version.root()));
    }

    /** Whatever was missing a while ago is looked for again, in journal and store: it may have been erased, mended or sealed just then. */
    void lookAgain(LookStore findings) throws IOException {
        Optional<LookStore.Kept> last = Optional.empty();
        List<LookStore.Kept> page;
        do {
            page = findings.page(look.id(), Optional.of(HoldingKind.MISSING), last, PAGE);
            for (LookStore.Kept kept : page) {
                if (!isStillMissing(kept.finding())) {
                    look.mistaken(kept.finding());
                }
                last = Optional.of(kept);
            }
        } while (page.size() == PAGE);
    }

    private boolean isStillMissing(HoldingFinding finding) throws IOException {
        DatasetId dataset = finding.dataset();
        VersionRoot root = finding.versionRoot();
        if (dataset == null || root == null) {
            return true;
        }
        DatasetVersion version = new DatasetVersion(dataset, root);
        boolean sealed = stock.journaled()
                .find(stock.own().site(), version)
                .filter(copy -> !copy.erased() && !copy.withdrawn())
                .isPresent();
        Optional<StoreStep> step = stock.step(version);
        boolean there = step.filter(StoreStep.SEALED::equals).isPresent()
                || step.filter(now -> isBeingSealed(now, version)).isPresent();
        return sealed && !there;
    }
}
