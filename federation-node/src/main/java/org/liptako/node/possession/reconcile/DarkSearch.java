package org.liptako.node.possession.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.StoreListing;
import org.liptako.node.exchange.store.StoreStep;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.possession.holding.HeldCopy;
import org.liptako.pki.name.SiteId;

/**
 * Finds what lies in the store and not in the journals, in batches. The store is asked before the journals, and again after them: whatever was sealed or
 * removed meanwhile is seen by one of them.
 */
final class DarkSearch implements StoreListing {
    private static final int BATCH = 256;

    private final Stock stock;
    private final Look look;
    private final List<Listed> batch = new ArrayList<>();

    DarkSearch(Stock stock, Look look) {
        this.stock = stock;
        this.look = look;
    }

    private record Listed(DatasetVersion version, StoreStep step) {}

    void search() throws IOException {
        stock.store().list(this);
        compare();
        look.strangersAt(HoldingFinding.strangers(site()));
    }

    @Override
    public void version(DatasetVersion version, StoreStep step) throws IOException {
        look.listed();
        batch.add(new Listed(version, step));
        if (batch.size() == BATCH) {
            compare();
        }
    }

    @Override
    public void stranger(String name) {
        look.stranger(name);
    }

    private void compare() throws IOException {
        Map<DatasetVersion, HeldCopy> sealed = stock.journaled()
                .among(site(), batch.stream().map(Listed::version).toList());
        // Those that the journals name are looked for in their turn.
        List<Listed> unnamed = batch.stream()
                .filter(listed -> Optional.ofNullable(sealed.get(listed.version()))
                        .map(HeldCopy::erased)
                        .orElse(true))
                .toList();
        batch.clear();
        if (unnamed.isEmpty()) {
            return;
        }
        Set<DatasetVersion> underWay =
                stock.underWay(unnamed.stream().map(Listed::version).toList());
        for (Listed listed : unnamed) {
            if (underWay.contains(listed.version())) {
                look.underWay();
            } else if (stock.store().step(listed.version()).equals(Optional.of(listed.step()))) {
                look.found(HoldingFinding.of(
                        cause(listed, sealed.containsKey(listed.version())),
                        site(),
                        listed.version().dataset(),
                        listed.version().root()));
            }
        }
    }

    private static HoldingCause cause(Listed listed, boolean wasErased) {
        if (wasErased) {
            return HoldingCause.ERASED;
        }
        return listed.step() == StoreStep.SEALED ? HoldingCause.UNRECORDED : HoldingCause.HALF;
    }

    private SiteId site() {
        return stock.own().site();
    }
}
