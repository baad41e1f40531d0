package org.liptako.node.possession.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.VersionRoot;
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
        Optional<GrantSerial> last = Optional.empty();
        List<Gift> page;
        do {
            page = stock.journaled().unmatched(stock.own().site(), state, last, PAGE);
            for (Gift gift : page) {
                compare(gift);
                last = Optional.of(gift.grant());
            }
        } while (page.size() == PAGE);
    }

    private void compare(Gift gift) {
        if (gift.given().isPresent() && gift.sealed().isPresent()) {
            found(HoldingCause.GIVEN_OTHERWISE, gift, gift.sealed().get().root());
        } else if (gift.given().isPresent()) {
            alone(
                    HoldingCause.NEVER_SEALED,
                    gift,
                    gift.given().get(),
                    gift.site().state());
        } else if (gift.sealed().isPresent()) {
            alone(
                    HoldingCause.NEVER_GIVEN,
                    gift,
                    gift.sealed().get(),
                    gift.grant().home());
        }
    }

    private void alone(HoldingCause cause, Gift gift, Half said, Optional<State> silent) {
        Instant due = said.at().plus(allowed);
        if (stock.own().clock().instant().isBefore(due)) {
            return;
        }
        if (silent.isEmpty() || heard(silent.get()).filter(due::isBefore).isPresent()) {
            found(cause, gift, said.root());
        } else {
            look.notHeard(silent.get());
        }
    }

    private Optional<Instant> heard(State state) {
        return journals.status(state).lastHeard();
    }

    private void found(HoldingCause cause, Gift gift, VersionRoot root) {
        look.found(new HoldingFinding(cause, gift.site(), gift.dataset(), root, gift.grant()));
    }
}
