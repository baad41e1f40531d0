package org.liptako.node.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.node.journal.event.HoldingFinding;

/**
 * A page of where stores and journals differ; what several States say of one difference stands on one page.
 *
 * @param next where to go on; empty on the last page
 */
public record HoldingPage(List<HoldingStatement> statements, Optional<Page> next) {
    /** As many States as may say the same, and one more. */
    private static final int LEAST = 4;

    public HoldingPage {
        statements = List.copyOf(statements);
    }

    static HoldingPage of(Page page, Function<Page, List<HoldingStatement>> read) {
        int most = Math.max(LEAST, page.most());
        List<HoldingStatement> rows = read.apply(page.upTo(most));
        if (rows.size() < most) {
            return new HoldingPage(rows, Optional.empty());
        }
        HoldingFinding cut = rows.getLast().word().finding();
        List<HoldingStatement> whole =
                rows.stream().filter(row -> !row.word().finding().equals(cut)).toList();
        return new HoldingPage(whole, Optional.of(place(page).apply(whole.getLast())));
    }

    /** Where a page goes on after a difference. */
    static Function<HoldingStatement, Page> place(Page page) {
        return last -> page.after(
                last.word().finding().subject(), last.word().finding().place());
    }
}
