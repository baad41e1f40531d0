package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of what a caller is shown of a list, filled up so that nothing tells that something is left out: it is shorter than asked for on the last page alone,
 * and where to go on names what was shown.
 *
 * @param next where to go on; empty on the last page
 */
public record ShownPage<T, C>(List<T> rows, Optional<C> next) {
    /** How much is read at once where much in a row is left out. */
    private static final int LONGEST_STEP = 1_000;

    public ShownPage {
        rows = List.copyOf(rows);
    }

    /** A list, less what the caller is not shown. */
    @FunctionalInterface
    public interface Listing<T, C> {
        /**
         * What is shown of so many rows after a place, and where to go on after them: a place that may be told wherever all of these rows are shown; empty after
         * the last row of all.
         */
        ShownPage<T, C> after(C place, int most);
    }

    /** What is shown of a stretch that was read, to go on after what was shown last of it or, where nothing is shown, after what was read last. */
    static <T, C> ShownPage<T, C> of(List<T> shown, Optional<C> afterRead, Function<T, C> place) {
        return new ShownPage<>(
                shown, shown.isEmpty() ? afterRead : afterRead.map(read -> place.apply(shown.getLast())));
    }

    /** A page after a place. What it reads is at most the list, in long steps where nothing is shown. */
    public static <T, C> ShownPage<T, C> filled(C start, int most, Listing<T, C> list) {
        ShownPage<T, C> page = upTo(start, most, list);
        // A token after which nothing comes would tell that something is left out.
        boolean more = page.next().isPresent()
                && !upTo(page.next().get(), 1, list).rows().isEmpty();
        return more ? page : new ShownPage<>(page.rows(), Optional.empty());
    }

    /** In its last step, which fills it, it reads no more than what is wanting: then all that it read is shown, to the last row. */
    private static <T, C> ShownPage<T, C> upTo(C start, int most, Listing<T, C> list) {
        List<T> rows = new ArrayList<>();
        Optional<C> next = Optional.of(start);
        int step = most;
        while (rows.size() < most && next.isPresent()) {
            int wanting = most - rows.size();
            ShownPage<T, C> read = list.after(next.get(), step);
            if (step > wanting && read.rows().size() >= wanting) {
                step = Math.max(wanting, step / 2);
            } else {
                rows.addAll(read.rows());
                next = read.next();
                step = read.rows().isEmpty()
                        ? Math.max(step, Math.min(LONGEST_STEP, 2 * step))
                        : Math.max(1, most - rows.size());
            }
        }
        return new ShownPage<>(rows, next);
    }
}
