package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ChunkDealTest {
    @Test
    void dealsEachChunkOnceAndWhatIsGivenBackAgain() {
        BitSet missing = new BitSet();
        missing.set(3, 8);
        ChunkDeal deal = new ChunkDeal(missing);

        BitSet first = deal.deal(2);
        assertThat(first.stream()).containsExactly(3, 4);
        assertThat(deal.deal(10).stream()).containsExactly(5, 6, 7);
        assertThat(deal.left()).isZero();
        assertThat(deal.deal(1).isEmpty()).isTrue();

        deal.giveBack(first);
        assertThat(deal.left()).isEqualTo(2);
        assertThat(deal.deal(1).stream()).containsExactly(3);
        assertThat(missing.cardinality()).isEqualTo(5);
    }
}
