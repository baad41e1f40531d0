package org.liptako.node.possession.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.possession.holding.Gift;
import org.liptako.node.possession.holding.Gift.Half;
import org.liptako.pki.name.State;

/**
 * Finds what one State's journal says was given, or sealed, and the other's does not. The other has the time that it is allowed only as far as its journal was read:
 * a State that is cut off is not accused of silence.
 */
final class GiftComparison {
    private static final int PAGE = 500;

    private final Stock stock;
    private final Look look;
    private final PeerJournals journals;
    private final Duration allowed;

    GiftComparison(Stock stock, Look look, PeerJournals journals, Duration allowed) {
        this.stock = stock;
        this.look = look;
        this.journals = journals;
        this.allowed = allowed;
    }

    void compare() {
        State state = stock.own().journal().state();
        Optional<Gift> last = Optional.empty();
        List<Gift> page;
        do {
            page = stock.journaled().unmatched(stock.own().site(), state, last, PAGE);
            for (Gift gift : page) {
                compare(gift);
                last = Optional.of(gift);
            }
        } while (page.size() == PAGE);
    }

    private void compare(Gift gift) {
        Optional<Half> given = gift.given();
        Optional<Half> sealed = gift.sealed();
        Optional<State> giver = gift.grant().home();
        Optional<State> receiver = gift.site().state();
        if (given.isPresent() && sealed.isPresent()) {
            Instant later = Stream.of(given.get().at(), sealed.get().at())
                    .max(Instant::compareTo)
                    .get();
            Half word = new Half(sealed.get().root(), later);
            differs(HoldingCause.GIVEN_OTHERWISE, gift, word, Stream.concat(giver.stream(), receiver.stream()));
        } else if (given.isPresent()) {
            differs(HoldingCause.NEVER_SEALED, gift, given.get(), receiver.stream());
        } else if (sealed.isPresent()) {
            differs(HoldingCause.NEVER_GIVEN, gift, sealed.get(), giver.stream());
        }
    }

    /** @param others whose journals must have been read once the time that they are allowed was over */
    private void differs(HoldingCause cause, Gift gift, Half said, Stream<State> others) {
        Instant due = said.at().plus(allowed);
        if (stock.own().clock().instant().isBefore(due)) {
            return;
        }
        List<State> silent = others.filter(
                        state -> heard(state).filter(due::isBefore).isEmpty())
                .toList();
        if (silent.isEmpty()) {
            look.found(new HoldingFinding(cause, gift.site(), gift.dataset(), said.root(), gift.grant()));
        } else {
            silent.forEach(look::notHeard);
        }
    }

    /** The own journal is always known to its end. */
    private Optional<Instant> heard(State state) {
        return state == stock.own().journal().state()
                ? Optional.of(Instant.MAX)
                : journals.status(state).lastHeard();
    }
}
