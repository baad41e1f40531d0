package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownPageTest {
    private static final int ROWS = 8;
    private static final int PATTERNS = 256;

    @Test
    void pagesAreFullAndNameOnlyWhatIsShownWhateverIsLeftOut() {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            int bits = pattern;
            IntPredicate isShown = number -> ((bits >> (number - 1)) & 1) == 1;
            List<Integer> shown =
                    IntStream.rangeClosed(1, ROWS).filter(isShown).boxed().toList();
            for (int most = 1; most <= ROWS + 1; most++) {
                assertThat(walked(numbers(ROWS, isShown), most)).containsExactlyElementsOf(shown);
            }
        }
    }

    @Test
    void whereNothingIsShownLongStepsAreRead() {
        AtomicInteger reads = new AtomicInteger();
        ShownPage.Listing<Integer, Integer> list = numbers(100_000, number -> number == 99_000);

        ShownPage<Integer, Integer> page = ShownPage.filled(0, 1, (after, most) -> {
            reads.incrementAndGet();
            return list.after(after, most);
        });

        assertThat(page.rows()).containsExactly(99_000);
        assertThat(page.next()).isEmpty();
        assertThat(reads).hasValueLessThan(250);
    }

    /** All rows, page by page. */
    private static List<Integer> walked(ShownPage.Listing<Integer, Integer> list, int most) {
        List<Integer> rows = new ArrayList<>();
        Optional<Integer> next = Optional.of(0);
        while (next.isPresent()) {
            ShownPage<Integer, Integer> page = ShownPage.filled(next.get(), most, list);
            rows.addAll(page.rows());
            next = page.next();
            if (next.isPresent()) {
                assertThat(page.rows()).hasSize(most);
                assertThat(next).hasValue(page.rows().getLast());
            }
        }
        return rows;
    }

    /** The numbers from 1, read in their order. */
    private static ShownPage.Listing<Integer, Integer> numbers(int count, IntPredicate isShown) {
        return (after, most) -> {
            int last = Math.min(count, after + most);
            List<Integer> shown = IntStream.rangeClosed(after + 1, last)
                    .filter(isShown)
                    .boxed()
                    .toList();
            return new ShownPage<>(shown, last == count ? Optional.empty() : Optional.of(last));
        };
    }
}
