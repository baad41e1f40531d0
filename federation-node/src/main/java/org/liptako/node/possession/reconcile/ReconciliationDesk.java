package org.liptako.node.possession.reconcile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.liptako.node.config.PossessionConfig;
import org.liptako.node.exchange.bucket.BucketException;
import org.liptako.node.exchange.repair.VerifyDesk;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/**
 * Compares what lies in this site's store with what the journals say, and journals what differs. It holds a page of either in memory, however many copies there
 * are. A look that fails says nothing. Thread-safe.
 */
public final class ReconciliationDesk {
    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 300;

    private final Stock stock;
    private final PeerJournals journals;
    private final VerifyDesk copies;
    private final LookStore findings;
    private final FindingJournal record;
    private final LossBrake brake;
    private final PossessionConfig config;
    private final Semaphore looking = new Semaphore(1);

    public ReconciliationDesk(
            Stock stock, PeerJournals journals, VerifyDesk copies, LookStore findings, PossessionConfig config) {
        this.stock = stock;
        this.journals = journals;
        this.copies = copies;
        this.findings = findings;
        this.record = new FindingJournal(stock.own(), findings);
        this.brake = new LossBrake(record);
        this.config = config;
    }

    /**
     * How to look.
     *
     * @param deep whether the bytes of every copy are read too
     * @param most how many findings to hand over; all are counted and journaled
     * @param asked whether an operator asks; a look by itself does not journal that most copies have gone at once, until an operator has looked
     */
    public record Order(boolean deep, int most, boolean asked) {}

    /**
     * Looks, and journals what is new and what has ended.
     *
     * @param each given the findings, and how many files each is about, once all are known
     * @throws Failure NOT_READY if the store cannot be read, TOO_MUCH while another look is under way
     */
    public LookSum look(Order order, LookProgress progress, BiConsumer<HoldingFinding, Long> each) {
        if (!looking.tryAcquire()) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Un autre rapprochement est en cours à ce site ; attendez sa fin et recommencez.",
                    "This site's store and the journals are being compared already; wait for the end and try again.");
        }
        Look look = new Look(findings, progress);
        try {
            compare(look, order.deep());
            LookSum sum = look.sum(brake.holds(look, order.asked()) ? FindingJournal.Said.HELD : record.say(look));
            handOver(look, order.most(), each);
            return sum;
        } catch (BucketException e) {
            throw new Failure(ErrorCode.NOT_READY, e.sentence(), e);
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            looking.release();
            findings.forget(look.id(), stock.own().clock().instant());
        }
    }

    private void compare(Look look, boolean deep) throws IOException {
        if (deep) {
            new DeepReading(stock, look, copies).read();
        }
        new DarkSearch(stock, look).search();
        CopyComparison comparison = new CopyComparison(stock, look, config.proofAge());
        comparison.compare();
        new GiftComparison(stock, look, journals, config.unmatchedAfter()).compare();
        comparison.lookAgain(findings);
    }

    private void handOver(Look look, int most, BiConsumer<HoldingFinding, Long> each) {
        List<LookStore.Kept> page;
        Optional<LookStore.Kept> last = Optional.empty();
        int left = most;
        do {
            page = findings.page(look.id(), Optional.empty(), last, Math.min(PAGE, left));
            page.forEach(kept -> each.accept(kept.finding(), kept.files()));
            left -= page.size();
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == PAGE && left > 0);
    }

    private Failure unreadable(IOException fault) {
        String said = Printable.line(String.valueOf(fault.getMessage()), MOST_SHOWN);
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le magasin du site " + stock.own().site() + " ne peut être lu (" + said
                                + ") ; cela ne dit rien des copies. Voyez si son disque est monté, et les droits du nœud.",
                        "The store of site " + stock.own().site() + " cannot be read (" + said
                                + "); that says nothing of the copies. See whether its disk is mounted, and the node's rights."),
                fault);
    }
}
