package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

class CallLogThinningTest {
    private static final String CHECK = "liptako.placement.v1.PlacementService/CheckPlacement";
    private static final Party MALI = Party.at(TrialRegion.capital(State.ML), Role.OPERATOR, "1");
    private static final Party NIGER = Party.at(TrialRegion.capital(State.NE), Role.OPERATOR, "1");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final CallLogThinning thinning = new CallLogThinning(now::get);

    @Test
    void givesEachCallerALineASecondThatStandsForAllTheirCalls() {
        assertThat(thinning.count(CHECK, MALI)).isEqualTo(1);
        assertThat(thinning.count(CHECK, MALI)).isZero();
        assertThat(thinning.count(CHECK, NIGER)).isEqualTo(1);
        now.addAndGet(1_000_000_000);
        assertThat(thinning.count(CHECK, MALI)).isEqualTo(2);
        assertThat(thinning.count(CHECK, MALI)).isZero();
    }

    @Test
    void leavesEveryCallThatBindsItsOwnLine() {
        assertThat(thinning.thins(CHECK)).isTrue();
        assertThat(thinning.thins("liptako.placement.v1.PlacementService/RequestPlacement"))
                .isFalse();
    }
}
