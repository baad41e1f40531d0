package org.liptako.node.possession.reconcile;

import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every copy of the site again; what that shows is journaled of each copy, and then seen by the comparison. */
record DeepReading(Stock stock, Look look, VerifyDesk copies) {
    private static final Logger LOG = LoggerFactory.getLogger(DeepReading.class);
    private static final int PAGE = 100;

    void read() {
        Optional<DatasetId> last = Optional.empty();
        List<DatasetId> page;
        do {
            page = stock.journaled().datasets(stock.own().site(), last, PAGE);
            for (DatasetId dataset : page) {
                read(dataset);
                last = Optional.of(dataset);
            }
        } while (page.size() == PAGE);
    }

    private void read(DatasetId dataset) {
        try {
            copies.verify(dataset, (done, all) -> look.reading(dataset.value(), done, all));
        } catch (Failure e) {
            LOG.warn("The copies of {} were not read: {}", dataset, e.sentence());
            look.unread(dataset.value());
        }
    }
}
