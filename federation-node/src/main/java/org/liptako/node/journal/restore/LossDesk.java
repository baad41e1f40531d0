package org.liptako.node.journal.restore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.restore.LossOrders.Given;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.HashChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Declares in the journal what of it did not come back: by itself where nobody has it, by order of officers where somebody has it, or may, and does not give it. One thread at a time. */
public final class LossDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LossDesk.class);

    private final Journal journal;
    private final ReturnedEntries entries;
    private final LossOrders orders;
    private final AbandonedEntries abandoned;

    public LossDesk(Journal journal, ReturnedEntries entries, LossOrders orders, AbandonedEntries abandoned) {
        this.journal = journal;
        this.entries = entries;
        this.orders = orders;
        this.abandoned = abandoned;
    }

    /** How the order to give up these entries stands. */
    LossOrders.Standing standing(Gap gap) {
        return orders.standing(gap);
    }

    /**
     * Whether the journal once ended so and these entries were given up since: another process of this State, or this one before a kill, has declared it. What was known later is of those that took
     * their place: if they are lost, that is another loss.
     */
    boolean isAbandoned(HashChain known, Instant knownAt) {
        return abandoned.all().stream()
                        .anyMatch(branch -> branch.holds(known.length()) && !knownAt.isAfter(branch.declaredAt()))
                && !entries.chainAt(known.length()).equals(Optional.of(known));
    }

    /**
     * Says all that is lost, or nothing; one statement on entries.
     *
     * @param now how many entries there are
     * @param signed how many the mark says there were
     * @param oldest how many there were before some came back
     * @param given by whose order those are given up that somebody has or may have
     * @return false if another process of this State has written meanwhile, such as the same order: nothing is said then
     */
    boolean declare(long now, long signed, long oldest, @Nullable Given given) {
        List<JournalEvent> losses = new ArrayList<>();
        if (given != null) {
            losses.add(ordered(given));
        } else if (now < signed) {
            losses.add(new JournalLoss(journal.now(), now, signed, JournalLoss.Part.ENTRY));
        }
        if (now > oldest) {
            undisclosed(oldest, now).ifPresent(losses::add);
        }
        if (given == null && !losses.isEmpty()) {
            entries.declare(losses);
        } else if (given != null && !entries.declareAt(now, losses)) {
            return false;
        }
        if (now > oldest) {
            LOG.warn("The database was older than the journal: entries {} to {} were taken back.", oldest, now - 1);
        }
        losses.forEach(LossDesk::tell);
        return true;
    }

    /** Not before it is committed: another process may have said it, and this one then says nothing. */
    private static void tell(JournalEvent said) {
        if (said instanceof JournalLossOrdered loss) {
            LOG.error(
                    "Entries {} to {} of the journal are given up by order of {}.",
                    loss.first(),
                    loss.end() - 1,
                    loss.signers());
        } else if (said instanceof JournalLoss loss && loss.part() == JournalLoss.Part.ENTRY) {
            LOG.error(
                    "Entries {} to {} of the journal were signed, and nobody has kept them.",
                    loss.first(),
                    loss.end() - 1);
        }
    }

    /** Nothing is left to declare. */
    void done() {
        orders.done();
    }

    private JournalLossOrdered ordered(Given given) {
        LossOrder order = given.order();
        return new JournalLossOrdered(
                journal.now(),
                order.first(),
                order.end(),
                order.withheldBy(),
                order.silent(),
                order.since(),
                Digest.over(order.toJson()),
                given.signers(),
                Base64.getEncoder().encodeToString(given.signatures()));
    }

    /** From the first to the last entry whose payload did not come back; those between may have theirs. */
    private Optional<JournalLoss> undisclosed(long first, long end) {
        long from = -1;
        long to = -1;
        for (long next = first; next < end; ) {
            List<JournalEntry> page = journal.read(next, 64);
            for (JournalEntry entry : page) {
                if (entry.index() < end && entry.opened().isEmpty()) {
                    from = from < 0 ? entry.index() : from;
                    to = entry.index() + 1;
                }
            }
            next = page.getLast().index() + 1;
        }
        return from < 0
                ? Optional.empty()
                : Optional.of(new JournalLoss(journal.now(), from, to, JournalLoss.Part.PAYLOAD));
    }
}
