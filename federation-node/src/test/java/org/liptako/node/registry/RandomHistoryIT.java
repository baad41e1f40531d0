package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.State;

class RandomHistoryIT {
    private static final int EVENTS = 600;
    private static final int TURN = 3;
    private static final int DATASETS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyRebuiltRegistryEqualsTheLiveOneAndAllStatesKnowTheSame(long seed) {
        try (RandomHistory history = new RandomHistory(seed, DATASETS)) {
            history.unfold(EVENTS, TURN);

            List<List<String>> known = new ArrayList<>();
            for (State state : State.values()) {
                history.knownNow(state, known::add);
                assertThat(history.differencesOfARebuild(state))
                        .as(state.name())
                        .isZero();
                assertThat(history.rows(state)).isGreaterThan(EVENTS / 2);
            }
            assertThat(known).allSatisfy(rows -> assertThat(rows).containsExactlyElementsOf(known.getFirst()));
        }
    }
}
