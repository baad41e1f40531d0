package org.liptako.node.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liptako.node.registry.ReplicaState;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What one State has said of one copy, in the order of its journal: the plain model of what was so then as known then, and the rows that a registry keeps of it.
 *
 * @param authoritative whether that State has the last word on it
 */
record CopyHistory(SiteId site, State saidBy, boolean authoritative, List<Said> all) {
    /**
     * One entry.
     *
     * @param recorded when it was read; later than the one before
     * @param since from when on it holds, whatever was said of that time before
     */
    record Said(Instant recorded, Instant since, ReplicaState state) {}

    /** A statement from one instant to another, as it was known from one instant to another; an end of null is never. */
    record Row(
            Said said,
            int index,
            Instant heldFrom,
            @Nullable Instant heldTo,
            Instant knownFrom,
            @Nullable Instant knownTo) {}

    /** The last that was said by then of that time. */
    Optional<ReplicaStatus> at(Instant held, Instant known) {
        return all.reversed().stream()
                .filter(said -> !said.recorded().isAfter(known) && !said.since().isAfter(held))
                .map(said -> said.state().status())
                .findFirst();
    }

    /** What each entry overrules is known no longer; what of it lies before is known anew. */
    void rows(Consumer<Row> each) {
        List<Row> known = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Said said = all.get(index);
            List<Row> after = new ArrayList<>();
            for (Row row : known) {
                Instant end = row.heldTo();
                if (end != null && !end.isAfter(said.since())) {
                    after.add(row);
                } else {
                    each.accept(
                            new Row(row.said(), row.index(), row.heldFrom(), end, row.knownFrom(), said.recorded()));
                    if (row.heldFrom().isBefore(said.since())) {
                        after.add(
                                new Row(row.said(), row.index(), row.heldFrom(), said.since(), said.recorded(), null));
                    }
                }
            }
            after.add(new Row(said, index, said.since(), null, said.recorded(), null));
            known = after;
        }
        known.forEach(each);
    }
}
